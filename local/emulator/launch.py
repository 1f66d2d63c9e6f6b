"""Starts the emulator with AWS's behaviour restored where the service depends on it.

Each function below mends one difference and is held by one test in test/e2e/emulator: when a test passes without its
function, the function can go. The patches know the insides of one version only, hence the check of the version.
"""

import contextvars, importlib.metadata, os, signal, sys, threading, time
from email.utils import parseaddr

VERSION = "1.5.33"
assert importlib.metadata.version("ministack") == VERSION, f"launch.py mends ministack {VERSION} and no other version"

import ministack.core.iam_actions as iam
import ministack.core.lambda_runtime as runtime
import ministack.services.lambda_svc as functions
import ministack.services.ses as ses
import ministack.services.ses_v2 as ses_v2
import ministack.services.stepfunctions as states
from ministack.app import _build_persistence_save_dict, main, save_all


class Message(str):
    """An error's message that remembers the error's type on its way through the emulator."""


def errors_keep_their_name():
    """A failed function reports the thrown error's name; one whose process died, Runtime.ExitError."""
    for variable, report in {"err": "error: String(err.message || err), trace", "e": "error: e.message, trace"}.items():
        assert runtime._NODEJS_WORKER_SCRIPT.count(report) == 1
        named = f"errorType: String({variable}.name || typeof {variable}), {report}"
        runtime._NODEJS_WORKER_SCRIPT = runtime._NODEJS_WORKER_SCRIPT.replace(report, named)
    invoke, execute = runtime.Worker.invoke, functions._execute_function_warm

    def invoke_named(worker, *args, **options):
        result = invoke(worker, *args, **options)
        died = result.get("error") == "Worker process died"
        if error_type := "Runtime.ExitError" if died else result.get("errorType"):
            result["error"] = Message(result["error"])
            result["error"].error_type = error_type
        return result

    def execute_named(*args):
        result = execute(*args)
        if result.get("error") and isinstance(message := result["body"].get("errorMessage"), Message):
            result["body"]["errorType"] = message.error_type
        return result

    runtime.Worker.invoke, functions._execute_function_warm = invoke_named, execute_named


machine_of_token: dict[str, str] = {}
waiting_token = contextvars.ContextVar("waiting_token", default=None)


def timeouts_may_be_jsonata():
    """TimeoutSeconds may be an expression. (The state also carries its machine's ARN along, for the callbacks.)"""
    execute = states._execute_task

    def execute_task(state, raw_input, execution, context):
        state = {**state, "StateMachineArn": execution["stateMachineArn"] if execution else None}
        if isinstance(state.get("TimeoutSeconds"), str):
            state["TimeoutSeconds"] = states._jsonata_state_field(state, "TimeoutSeconds", "number", raw_input, context)
        return execute(state, raw_input, execution, context)

    states._execute_task = execute_task


def callback_tasks_fail_with_their_function():
    """A waitForTaskToken task whose function throws fails at once, with that error."""
    invoke, call = states._invoke_with_callback, states._call_lambda

    def invoke_with_callback(resource, payload, token, state):
        machine_of_token[token] = state.get("StateMachineArn")
        reset = waiting_token.set(token)
        try:
            return invoke(resource, payload, token, state)
        finally:
            waiting_token.reset(reset)
            machine_of_token.pop(token, None)

    def call_lambda(function, event):
        try:
            return call(function, event)
        except states._ExecutionError as error:
            if waiting := states._task_tokens.get(waiting_token.get()):
                waiting["error"] = {"Error": error.error, "Cause": error.cause}
                waiting["event"].set()
            raise

    states._invoke_with_callback, states._call_lambda = invoke_with_callback, call_lambda


def starting_twice_is_harmless():
    """StartExecution with the name and input of a running execution answers with that execution."""
    start = states._start_execution

    def start_execution(request):
        machine = states._resolve_state_machine_arn(request.get("stateMachineArn", ""))
        arn = f"{machine or ''}:{request.get('name')}".replace(":stateMachine:", ":execution:")
        running = states._executions.get(arn)
        if running and running["status"] == "RUNNING" and running["input"] == request.get("input", "{}"):
            return states.json_response({key: running[key] for key in ("executionArn", "startDate")})
        return start(request)

    states._start_execution = start_execution


def streams_begin_anew():
    """Stream records do not survive a restart, so neither may the positions in them: they return to the start."""
    restore = functions._restore_state

    def restore_state(data):
        restore(data)
        positions = functions._dynamodb_stream_positions._data
        positions.update(dict.fromkeys(positions, 0))

    functions._restore_state = restore_state


def policies_may_name_the_resource():
    """SendTask* is authorized on the token's state machine, sending by SES on the sender's identity."""
    extract = iam.extract_resource_arn

    def extract_resource_arn(service, method, path, headers, body, query, region, account):
        arn = extract(service, method, path, headers, body, query, region, account)
        if arn == "*" and service == "states":
            return machine_of_token.get(iam._safe_json_field(body, "taskToken")) or arn
        if arn == "*" and service == "ses":
            sender = parseaddr(iam._query_param(query, "Source") or iam._safe_json_field(body, "FromEmailAddress"))[1]
            if sender:
                names = (sender, *ses._domain_and_parents(sender.rpartition("@")[2]))
                identity = next((name for name in names if name in ses._identities or name in ses_v2._identities), sender)
                return f"arn:aws:ses:{region}:{account}:identity/{identity}"
        return arn

    iam.extract_resource_arn = extract_resource_arn


def stop_when_the_input_closes():
    """The input closes when our parent stops us or is gone itself. Busy functions have a moment, then are cut off."""
    sys.stdin.read()
    give_up = time.monotonic() + 2
    while runtime.workers_in_use() and time.monotonic() < give_up:
        time.sleep(0.05)
    runtime.reset()
    os.kill(os.getpid(), signal.SIGTERM)


def die_at_once(*_):
    """As if all computing stopped this instant: functions and executions are gone, tables stay as they are."""
    runtime.reset()
    save_all(_build_persistence_save_dict())
    os.killpg(0, signal.SIGKILL)


if __name__ == "__main__":
    errors_keep_their_name()
    timeouts_may_be_jsonata()
    callback_tasks_fail_with_their_function()
    starting_twice_is_harmless()
    streams_begin_anew()
    policies_may_name_the_resource()
    threading.Thread(target=stop_when_the_input_closes, daemon=True).start()
    signal.signal(signal.SIGUSR1, die_at_once)
    main()

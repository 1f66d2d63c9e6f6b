import { type Definition, evaluate, type State } from "./definition.ts";

/** Carries out a task of a state machine: what the functions of tasks do. */
export type RunTask = (payload: Record<string, unknown>) => Promise<unknown>;

interface Surroundings {
  runTask: RunTask;
  /** Seconds. */
  now: () => number;
  newToken: () => string;
}

type Variables = Record<string, unknown>;

const nameOf = (error: unknown): string => (error instanceof Error ? error.name : "Error");

/**
 * One execution of a definition, a transition at a time, so that a test can put anything between two of them: other
 * executions, requests, a kill. Timeouts and retries go by the test's own clock.
 */
export class Execution {
  status: "running" | "succeeded" | "failed" = "running";
  readonly #definition: Definition;
  readonly #around: Surroundings;
  readonly #input: Variables;
  #variables: Variables = {};
  #state: string;
  #retries = new Map<number, number>();
  #wakeAt = 0;
  #waiting: { token: string; until: number } | undefined;
  #items: unknown[] | undefined;
  /** A task is at work: nobody begins another one. */
  #isAtWork = false;

  constructor(definition: Definition, input: Variables, around: Surroundings) {
    this.#definition = definition;
    this.#input = input;
    this.#around = around;
    this.#state = definition.StartAt;
  }

  /** Whether a step would do anything now. */
  get isReady(): boolean {
    if (this.status !== "running" || this.#isAtWork) return false;
    const now = this.#around.now();
    return this.#waiting === undefined ? now >= this.#wakeAt : now >= this.#waiting.until;
  }

  /** Whether the token is the one that it waits for; then it goes on. */
  resume(token: string): boolean {
    if (this.status !== "running" || this.#waiting?.token !== token) return false;
    this.#waiting = undefined;
    this.#goTo(this.#definition.States[this.#state]?.Next);
    return true;
  }

  async step(): Promise<void> {
    if (!this.isReady) return;
    this.#isAtWork = true;
    await this.#transition();
    this.#isAtWork = false;
  }

  async #transition(): Promise<void> {
    const state = this.#definition.States[this.#state];
    if (state === undefined) throw new Error(`there is no state ${this.#state}`);
    if (this.#waiting !== undefined) {
      this.#waiting = undefined;
      await this.#fail(state, "States.Timeout");
    } else if (state.Type === "Task") await this.#task(state, {});
    else if (state.Type === "Map") await this.#map(state);
    else if (state.Type === "Choice") await this.#choose(state);
    else {
      await this.#assign(state.Assign, {});
      this.#goTo(state.Next);
    }
  }

  async #choose({ Choices = [], Default }: State): Promise<void> {
    for (const { Condition, Next } of Choices)
      if ((await evaluate(Condition, this.#variables)) === true) return this.#goTo(Next);
    this.#goTo(Default);
  }

  /** One item a step; what one throws is the map's own failure once its retries are over. */
  async #map(state: State): Promise<void> {
    this.#items ??= [...((await evaluate(state.Items, this.#variables)) as unknown[])];
    const [item] = this.#items;
    const inner = state.ItemProcessor?.States[state.ItemProcessor.StartAt];
    if (inner === undefined || item === undefined) return this.#goTo(state.Next);
    await this.#task(inner, { input: { keyId: item } }, state);
  }

  async #task(task: State, states: Variables, map?: State): Promise<void> {
    const waits = task.Resource?.endsWith(".waitForTaskToken") === true;
    const token = waits ? this.#around.newToken() : "";
    const context = { Execution: { Input: this.#input }, Task: { Token: token } };
    const variables = { ...this.#variables, states: { ...states, context } };
    const payload = (await evaluate(task.Arguments?.Payload, variables)) as Variables;
    const timeout = Number(await evaluate(task.TimeoutSeconds, variables));
    // The token is good from the moment it is given out: who answers may be faster than the task itself.
    if (waits) this.#waiting = { token, until: this.#around.now() + timeout };
    try {
      const Payload = await this.#around.runTask(payload);
      if (waits) return;
      await this.#assign(task.Assign, { result: { Payload } });
    } catch (error) {
      if (waits && this.#waiting?.token !== token) return;
      this.#waiting = undefined;
      await this.#fail(task, nameOf(error), map);
      return;
    }
    this.#retries.clear();
    if (map === undefined) this.#goTo(task.Next);
    else this.#items?.shift();
  }

  async #fail(state: State, error: string, map?: State): Promise<void> {
    const matches = ({ ErrorEquals }: { ErrorEquals: string[] }) =>
      ErrorEquals.includes(error) || ErrorEquals.includes("States.ALL");
    const index = state.Retry?.findIndex(matches) ?? -1;
    const retrier = state.Retry?.[index];
    const tried = this.#retries.get(index) ?? 0;
    if (retrier !== undefined && tried < retrier.MaxAttempts) {
      this.#retries.set(index, tried + 1);
      const delay = Math.min(retrier.IntervalSeconds * retrier.BackoffRate ** tried, retrier.MaxDelaySeconds);
      this.#wakeAt = this.#around.now() + delay;
      return;
    }
    const catcher = (map ?? state).Catch?.find(matches);
    if (catcher === undefined) {
      this.status = "failed";
      return;
    }
    await this.#assign(catcher.Assign, { errorOutput: { Error: error } });
    this.#goTo(catcher.Next);
  }

  async #assign(values: Variables | undefined, states: Variables): Promise<void> {
    const variables = { ...this.#variables, states };
    this.#variables = { ...this.#variables, ...((await evaluate(values ?? {}, variables)) as Variables) };
  }

  #goTo(next: string | undefined): void {
    this.#retries.clear();
    this.#items = undefined;
    if (next === undefined) this.status = "succeeded";
    else this.#state = next;
  }
}

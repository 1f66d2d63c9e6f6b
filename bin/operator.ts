import { parseArgs } from "node:util";
import { NotFound } from "../lambdas/domain/errors.ts";
import { type OperatorRole, operatorRoles } from "../lambdas/domain/operator-rights.ts";
import { findAccount } from "../lambdas/services/find-account.ts";
import { loadOperator, loadRoster } from "../lambdas/services/operators/load-operator.ts";
import {
  type Invitation,
  makeAddOperator,
  makeChangeRole,
  makeDisableOperator,
  makeInviteAgain,
} from "../lambdas/services/operators/manage-operators.ts";
import type { Writing } from "../lambdas/services/writing.ts";
import {
  appOriginOf,
  operatorOf,
  recordsOf,
  runCommand,
  tableHelp,
  tableOptions,
  UsageWrong,
} from "./operations.ts";

const help = `npm run operator -- <add LOGIN | list | role LOGIN ROLE | disable LOGIN | reissue LOGIN> [options]

  add LOGIN        a new operator; prints the link by which they set their password and register their key
  list             every operator with role and state, and whether the console is open
  role LOGIN ROLE  another role: ${operatorRoles.join(", ")}
  disable LOGIN    ends all that they can do, at once
  reissue LOGIN    a new link after a lost key or password; the old ones open nothing any more

  --name <name>         how colleagues know them
  --role <role>         ${operatorRoles.join(", ")}
  --email <address>     where they are written to
  --own-account <name>  the username of their own account, which they may not touch
  --app-origin <origin> where the web app is, for the link: https://…
${tableHelp}
The link is good for 24 hours, and once. Give it to nobody but the operator: it takes the place of a password.`;

const options = {
  ...tableOptions,
  name: { type: "string" },
  role: { type: "string" },
  email: { type: "string" },
  "own-account": { type: "string" },
  "app-origin": { type: "string" },
} as const;

const readArguments = () => parseArgs({ options, allowPositionals: true });
type Values = ReturnType<typeof readArguments>["values"];

const roleOf = (text: string | undefined): OperatorRole => {
  const role = operatorRoles.find((one) => one === text);
  if (role === undefined) throw new UsageWrong(`Which role? ${operatorRoles.join(", ")}.`);
  return role;
};

const loginOf = (text: string | undefined): string => {
  if (text === undefined || !/^[a-z0-9][a-z0-9.-]{1,38}[a-z0-9]$/u.test(text))
    throw new UsageWrong("A login is 3 to 40 small letters, digits, dots and hyphens.");
  return text;
};

const ownAccountOf = async ({ records }: Writing, login: string | undefined) => {
  if (login === undefined) return {};
  const found = await findAccount(records, login);
  if (found === undefined) throw new NotFound("there is no such own account");
  return { ownAccountId: found.account.id };
};

const linkOf = (origin: string, login: string, { secret, expiresAt }: Invitation): string =>
  `${login} enrols here, until ${expiresAt}, once:\n${origin}/console/enrol#${secret}`;

const add = async (writing: Writing, id: string, values: Values): Promise<string> => {
  const { name, email } = values;
  if (name === undefined || name.trim() === "") throw new UsageWrong("Say who they are by --name <name>.");
  const invitation = await makeAddOperator(writing)({
    id,
    name: name.trim(),
    role: roleOf(values.role),
    by: operatorOf(values),
    ...(email === undefined ? {} : { email }),
    ...(await ownAccountOf(writing, values["own-account"])),
  });
  return linkOf(appOriginOf(values), id, invitation);
};

const list = async ({ records }: Writing): Promise<string> => {
  const { operators, openedAt } = await loadRoster(records);
  const all = await Promise.all(operators.map(async ({ id }) => await loadOperator(records, id)));
  const lines = all
    .toSorted((a, b) => a.id.localeCompare(b.id))
    .map(({ id, name, role, state }) => [id, role, state, name].join("  "));
  const open =
    openedAt === undefined
      ? "The console opens once two supervisors are enrolled."
      : `The console is open since ${openedAt}.`;
  return [...lines, open].join("\n");
};

const commands: Record<string, (writing: Writing, values: Values, args: string[]) => Promise<string>> = {
  list,
  add: async (writing, values, [login]) => {
    // Before anything is written: a link that nobody can open would be lost.
    appOriginOf(values);
    return await add(writing, loginOf(login), values);
  },
  role: async (writing, values, [login, role]) => {
    await makeChangeRole(writing)({ id: loginOf(login), role: roleOf(role), by: operatorOf(values) });
    return `${login} is ${role} from now on.`;
  },
  disable: async (writing, values, [login]) => {
    await makeDisableOperator(writing)({ id: loginOf(login), by: operatorOf(values) });
    return `${login} can do nothing any more.`;
  },
  reissue: async (writing, values, [login]) => {
    const origin = appOriginOf(values);
    const id = loginOf(login);
    return linkOf(origin, id, await makeInviteAgain(writing)({ id, by: operatorOf(values) }));
  },
};

await runCommand(async () => {
  const { values, positionals } = readArguments();
  const [what, ...args] = positionals;
  if (values.help === true || what === undefined) return help;
  const command = Object.hasOwn(commands, what) ? commands[what] : undefined;
  if (command === undefined) throw new UsageWrong(`There is no ${what}; see --help.`);
  return await command(recordsOf(values), values, args);
});

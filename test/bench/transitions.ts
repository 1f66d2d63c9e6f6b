import { readFileSync } from "node:fs";
import { join } from "node:path";

interface State {
  Type: string;
  Next?: string;
  End?: boolean;
  Choices?: { Condition: string; Next: string }[];
  Default?: string;
  ItemProcessor?: Machine;
}
interface Machine {
  StartAt: string;
  States: Record<string, State>;
}

const machine = JSON.parse(
  readFileSync(join(import.meta.dirname, "../../statemachines/link-account.asl.json"), "utf8"),
) as Machine;

/** What the plan says in turn where the office answers, the user completes, and no reminder falls due. */
const phases = ["await-registry-data", "await-completion", "complete"];

/** The names of the states that a link of so many keys enters, in order, where nothing fails: AWS counts each. */
export const transitionsOf = (keys: number): string[] => {
  const left = [...phases];
  let phase: string | undefined;

  const chosen = ({ Choices = [], Default }: State): string | undefined =>
    Choices.find(({ Condition }) => Condition.includes(`'${phase}'`))?.Next ?? Default;

  const walk = ({ StartAt, States }: Machine): string[] => {
    const entered: string[] = [];
    for (let name: string | undefined = StartAt; name !== undefined;) {
      const state: State | undefined = States[name];
      if (state === undefined) throw new Error(`there is no state ${name}`);
      entered.push(name);
      if (name === "Plan") phase = left.shift();
      const { ItemProcessor: inner } = state;
      if (inner !== undefined) entered.push(...Array.from({ length: keys }, () => walk(inner)).flat());
      name = state.Type === "Choice" ? chosen(state) : state.Next;
    }
    return entered;
  };
  return walk(machine);
};

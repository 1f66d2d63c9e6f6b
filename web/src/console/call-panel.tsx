import { usePageTexts } from "../language/language.tsx";
import { consoleTexts } from "../texts/console.ts";
import { AccountActs } from "./account-acts.tsx";
import { CallerCheck } from "./caller-check.tsx";
import { useOperatorSession, type ViewedAccount } from "./queries.ts";

interface CallPanelProps {
  account: ViewedAccount;
  /** What was done has changed the account. */
  reload: () => Promise<void>;
}

/** The call: who asks, and what is done. */
export const CallPanel = ({ account, reload }: CallPanelProps) => {
  const texts = usePageTexts(consoleTexts);
  const { data: session } = useOperatorSession();
  if (!session) return null;
  if (session.role === "auditor") return <p className="hint">{texts.readOnly}</p>;
  return (
    <div>
      <CallerCheck account={account} reload={reload} />
      <AccountActs account={account} role={session.role} reload={reload} />
    </div>
  );
};

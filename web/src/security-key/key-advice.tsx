import { Link } from "react-router";
import { useTexts } from "../language/language.tsx";
import { paths } from "../paths.ts";
import type { SecurityKey } from "./linked.ts";

/** Why a key can or can't be linked, and what to do then. */
export const KeyAdvice = ({
  reason,
  linkable,
  synced,
}: Pick<SecurityKey, "reason" | "linkable" | "synced">) => {
  const { keys } = useTexts();
  const { why, instead } = synced === true && !linkable ? keys.passkey : keys.reasons[reason];
  return (
    <p>
      {why} {instead} {!linkable && <Link to={paths.certifiedKeys}>{keys.certifiedList}</Link>}
    </p>
  );
};

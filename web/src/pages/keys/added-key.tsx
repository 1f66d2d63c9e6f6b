import { useTexts } from "../../language/language.tsx";
import { KeyAdvice } from "../../security-key/key-advice.tsx";
import { KeyLevel } from "../../security-key/key-level.tsx";
import type { SecurityKey } from "../../security-key/linked.ts";
import { Notice } from "../../ui/notice.tsx";

/** What came of adding a key: its level, with why it can or can't be linked. */
export const AddedKey = ({ securityKey }: { securityKey: SecurityKey }) => {
  const { keys } = useTexts();
  const { name, modelName, level, linkable } = securityKey;
  return (
    <Notice kind={linkable ? "success" : "warning"} announced title={keys.added(name)}>
      <p>
        {modelName ?? keys.unknownModel}, <KeyLevel level={level} />.{" "}
        {linkable ? keys.linkable : keys.notLinkable}.
      </p>
      <KeyAdvice {...securityKey} />
    </Notice>
  );
};

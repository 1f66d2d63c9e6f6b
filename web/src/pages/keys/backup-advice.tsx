import { useTexts } from "../../language/language.tsx";
import { isLinked, type SecurityKey } from "../../security-key/linked.ts";
import { Notice } from "../../ui/notice.tsx";

/** Whoever loses the only key is locked out: all the worse where government services hang on it. */
export const BackupAdvice = ({ keys }: { keys: readonly SecurityKey[] }) => {
  const { keys: texts } = useTexts();
  if (keys.filter(isLinked).length === 1)
    return (
      <Notice kind="warning" title={texts.secondLinked.title}>
        <p>{texts.secondLinked.detail}</p>
      </Notice>
    );
  return keys.length === 1 ? <Notice kind="info">{texts.second}</Notice> : null;
};

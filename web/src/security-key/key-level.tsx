import { useTexts } from "../language/language.tsx";
import type { SecurityKey } from "./linked.ts";

/** The level in words, and as the FIDO Alliance writes it. */
export const KeyLevel = ({ level }: Pick<SecurityKey, "level">) => {
  const { keys } = useTexts();
  if (level === undefined) return keys.unknownLevel;
  return (
    <>
      <strong>{keys.levels[level]}</strong> <code>{level}</code>
    </>
  );
};

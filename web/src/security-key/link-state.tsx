import type { Output } from "../api/client.ts";
import { useTexts } from "../language/language.tsx";

type SecurityKey = Output<"securityKeys">["keys"][number];

/** What NIA is to hold of a key, why, and whether it has confirmed it. */
export const LinkState = ({ link }: { link: NonNullable<SecurityKey["link"]> }) => {
  const { keys, unlinking } = useTexts();
  return (
    <>
      <strong>{keys.linked[link.state]}</strong>
      {link.reasons.length > 0 && <> – {link.reasons.map((reason) => keys.linkReasons[reason]).join("; ")}</>}
      {link.waitsForNia && <span className="hint"> {unlinking.waits}</span>}
    </>
  );
};

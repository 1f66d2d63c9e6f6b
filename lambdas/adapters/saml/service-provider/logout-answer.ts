import { isNamed, must } from "../../xml/xml.ts";
import { decodeBase64, inflate } from "../xml/encoding.ts";
import { ns } from "../xml/names.ts";
import { parseMessage } from "../xml/parse.ts";
import { because } from "./answer/because.ts";
import { readStatus } from "./answer/status.ts";

const MAX_CHARACTERS = 100_000;

/** `ServiceProvider.readLogoutAnswer`: unsigned, so nothing is read of it but whether it says yes (nia-saml.md, A7). */
export const readLogoutAnswer = (
  samlResponse: string,
  { requestId, binding }: { requestId: string; binding: "post" | "redirect" },
): { loggedOut: boolean } => {
  const bytes = because("encoding", () =>
    binding === "post" ? decodeBase64(samlResponse, MAX_CHARACTERS) : inflate(samlResponse, MAX_CHARACTERS),
  );
  const root = because("xml", () => {
    const parsed = parseMessage(bytes, MAX_CHARACTERS);
    must(isNamed(parsed, ns.protocol, "LogoutResponse"), "not a LogoutResponse");
    return parsed;
  });
  because("request", () => must(root.getAttribute("InResponseTo") === requestId, "another request"));
  return { loggedOut: because("status", () => readStatus(root, requestId)) === undefined };
};

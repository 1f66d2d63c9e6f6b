import { readFileSync } from "node:fs";
import { join } from "node:path";
import { validateXML } from "xmllint-wasm";
import { sharedPath } from "../../support/shared.ts";
import { answerOf } from "./setup.ts";

const schemas = {
  messages: (): string => readFileSync(sharedPath("isds/dmBaseTypes.xsd"), "utf8"),
  boxes: (): string => readFileSync(sharedPath("isds/dbTypes.xsd"), "utf8"),
  registryAnswer: (): string =>
    readFileSync(join(import.meta.dirname, "../../../docs/registry-answer.xsd"), "utf8"),
};

/** What a schema has against a document; empty when it is valid. */
export async function complaints(schema: keyof typeof schemas, xml: string): Promise<string[]> {
  const result = await validateXML({
    xml: [{ fileName: "answer.xml", contents: xml }],
    schema: [{ fileName: "schema.xsd", contents: schemas[schema]() }],
  });
  return result.valid ? [] : result.errors.map((error) => error.message);
}

/** The content of the SOAP body as a document of its own. */
export const unwrapped = (soapText: string): string => answerOf(soapText).toString();

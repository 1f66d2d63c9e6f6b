import { readFile } from "node:fs/promises";
import { validateXML } from "xmllint-wasm";

/** What libxml2 has against a document by a schema, nothing where it is valid. */
export const schemaErrors = async (xml: string, schemaPath: string): Promise<string[]> => {
  const { errors } = await validateXML({ xml, schema: await readFile(schemaPath, "utf8") });
  return errors.map(({ message }) => message);
};

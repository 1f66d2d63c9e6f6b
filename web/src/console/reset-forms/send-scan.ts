import { api } from "../../api/api.ts";
import type { Input } from "../../api/client.ts";
import { Unreachable } from "../../api/problem.ts";

type ScanType = Input<"announceScan">["body"]["mediaType"];
const types: readonly string[] = ["application/pdf", "image/jpeg", "image/png"] satisfies ScanType[];

export const isScanType = (type: string): type is ScanType => types.includes(type);

/** Sends a scan straight to its store, by a form that the API has signed. Answers its name there. */
export const sendScan = async (file: File): Promise<string> => {
  if (!isScanType(file.type)) throw new TypeError("not a scan");
  const { scanId, url, fields } = await api.announceScan({ body: { mediaType: file.type } });
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  // Whatever stands after the file is not read.
  form.append("file", file);
  const answer = await fetch(url, { method: "POST", body: form }).catch((cause: unknown) => {
    throw new Unreachable("the store does not answer", { cause });
  });
  if (!answer.ok) throw new Unreachable(`the store answers ${answer.status}`);
  return scanId;
};

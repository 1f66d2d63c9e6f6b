import type { Client, Output } from "../../api/client.ts";

/** The whole export: what happened comes part by part, and is put together to one list. */
export const loadExport = async (
  api: Pick<Client, "exportAccount" | "exportActivity">,
): Promise<Output<"exportAccount">> => {
  const { activity, ...rest } = await api.exportAccount();
  const events = [...activity.events];
  for (let { before } = activity; before !== undefined;) {
    // oxlint-disable-next-line no-await-in-loop -- each part says where the next one begins
    const part = await api.exportActivity({ query: { before } });
    events.push(...part.events);
    before = part.before;
  }
  return { ...rest, activity: { events } };
};

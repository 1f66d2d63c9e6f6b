import type { Input, Output } from "../api/client.ts";

/** What an event tells beside its action: codes and names that the sentence spells out. */
export type Told = Pick<Output<"activity">["events"][number], "reason" | "service" | "keyName">;

export type Sentence = (told: Told) => string;

/** Fields that the reason of a changed profile names. */
export type ProfileFieldName = keyof Input<"changeProfile">["body"];

import type { Output } from "../api/client.ts";

export type SecurityKey = Output<"securityKeys">["keys"][number];

/** Whether NIA knows the key, even if it is suspended there. */
export const isLinked = ({ link }: SecurityKey): boolean => link !== undefined && link.state !== "ended";

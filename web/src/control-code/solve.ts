import { api } from "../api/api.ts";

/** A fresh control code, good for one request. */
export const solveControlCode = async (): Promise<string> => {
  const challenge = await api.controlCode();
  const worker = new Worker(new URL("worker.ts", import.meta.url), { type: "module" });
  try {
    return await new Promise<string>((resolve, reject) => {
      worker.addEventListener("message", ({ data }: MessageEvent<string | null>) => {
        if (data === null) reject(new Error("the control code was not found"));
        else resolve(data);
      });
      worker.addEventListener("error", () => reject(new Error("the control code could not be searched for")));
      worker.postMessage(challenge, []);
    });
  } finally {
    worker.terminate();
  }
};

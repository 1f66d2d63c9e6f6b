import { useCallback, useEffect, useRef, useState } from "react";
import { solveControlCode } from "./solve.ts";

export type ControlCodeState = "working" | "done" | "failed";

/**
 * Control codes for a form: one is searched for ahead, and the next one as soon as it is taken, for each is good once.
 */
export const useControlCode = (): { state: ControlCodeState; take: () => Promise<string> } => {
  const [state, setState] = useState<ControlCodeState>("working");
  const next = useRef<Promise<string> | undefined>(undefined);

  const begin = useCallback(async (): Promise<string> => {
    setState("working");
    const code = solveControlCode();
    next.current = code;
    code.then(
      () => setState("done"),
      () => setState("failed"),
    );
    return await code;
  }, []);

  useEffect(() => {
    if (next.current === undefined) begin().catch(() => {});
  }, [begin]);

  const take = useCallback(async (): Promise<string> => {
    // One that failed ahead is searched for again, and then says why.
    const code = await (next.current ?? begin()).catch(async () => await begin());
    begin().catch(() => {});
    return code;
  }, [begin]);

  return { state, take };
};

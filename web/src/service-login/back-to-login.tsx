import { lazy, Suspense } from "react";
import { waitingLogin } from "./waiting.ts";

const WaitingNotice = lazy(async () => ({
  default: (await import("./waiting-notice.tsx")).WaitingNotice,
}));

/** On the pages of linking: nothing unless a login to a government service waits in this tab. */
export const BackToLogin = () => {
  const login = waitingLogin();
  return login === undefined ? null : (
    <Suspense>
      <WaitingNotice login={login} />
    </Suspense>
  );
};

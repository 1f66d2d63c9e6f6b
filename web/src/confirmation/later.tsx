import { type ComponentProps, lazy, Suspense } from "react";
import { Loading } from "../ui/loading.tsx";

const Loaded = lazy(async () => ({
  default: (await import("./confirmation-login.tsx")).ConfirmationLogin,
}));

/** The confirmation login, loaded only once it is asked for: for pages that are mostly read. */
export const ConfirmationLogin = (props: ComponentProps<typeof Loaded>) => (
  <Suspense fallback={<Loading />}>
    <Loaded {...props} />
  </Suspense>
);

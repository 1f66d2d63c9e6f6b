import { type ComponentProps, lazy, Suspense } from "react";
import { Loading } from "../../ui/loading.tsx";

const Loaded = lazy(async () => ({ default: (await import("./key-step.tsx")).KeyStep }));

/** The touch of a key, loaded only once the password was right. */
export const KeyStep = (props: ComponentProps<typeof Loaded>) => (
  <Suspense fallback={<Loading />}>
    <Loaded {...props} />
  </Suspense>
);

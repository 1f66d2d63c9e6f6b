import { type ComponentType, lazy, Suspense } from "react";
import type { Undeliverable } from "../../../lambdas/domain/mail-feedback.ts";
import { useSession } from "../queries/session.ts";

/** A page is not to fail for want of its banner. */
const loadNotice = async (): Promise<{ default: ComponentType<{ reason: Undeliverable }> }> => {
  try {
    return { default: (await import("./undeliverable-notice.tsx")).UndeliverableNotice };
  } catch {
    return { default: () => null };
  }
};
const UndeliverableNotice = lazy(loadNotice);

/** On every page while mail to the account's address comes back. Few need it: it is loaded for those alone. */
export const EmailBanner = () => {
  const mark = useSession().data?.emailUndeliverable;
  return (
    mark !== undefined && (
      <Suspense>
        <UndeliverableNotice reason={mark.reason} />
      </Suspense>
    )
  );
};

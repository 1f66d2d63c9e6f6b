import { lazy, Suspense } from "react";

const HelpdeskSection = lazy(async () => ({
  default: (await import("./helpdesk-section.tsx")).HelpdeskSection,
}));

/** At the end of pages where somebody may be in trouble; comes after the page itself. */
export const Helpdesk = () => (
  <Suspense fallback={null}>
    <HelpdeskSection />
  </Suspense>
);

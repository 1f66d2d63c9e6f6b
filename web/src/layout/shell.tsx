import { Suspense } from "react";
import { Outlet, useLocation } from "react-router";
import { useTexts } from "../language/language.tsx";
import { Loading } from "../ui/loading.tsx";
import { DeletionBanner } from "./deletion-banner.tsx";
import { EmailBanner } from "./email-banner.tsx";
import { FailureBoundary } from "./failure.tsx";
import { Footer } from "./footer.tsx";
import { Header } from "./header.tsx";
import { OutageBanner } from "./outage-banner.tsx";

/** What stands around every page. */
export const Shell = () => {
  const { common } = useTexts();
  // Another page is another chance.
  const { pathname } = useLocation();
  return (
    <>
      <a className="skip-link" href="#content">
        {common.skipToContent}
      </a>
      <Header />
      <main id="content" className="content" tabIndex={-1}>
        <OutageBanner />
        <DeletionBanner />
        <EmailBanner />
        <FailureBoundary key={pathname}>
          <Suspense fallback={<Loading />}>
            <Outlet />
          </Suspense>
        </FailureBoundary>
      </main>
      <Footer />
    </>
  );
};

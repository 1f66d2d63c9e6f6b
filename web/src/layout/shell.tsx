import { Suspense } from "react";
import { Outlet } from "react-router";
import { useTexts } from "../language/language.tsx";
import { Loading } from "../ui/loading.tsx";
import { Footer } from "./footer.tsx";
import { Header } from "./header.tsx";

/** What stands around every page. */
export const Shell = () => {
  const { common } = useTexts();
  return (
    <>
      <a className="skip-link" href="#content">
        {common.skipToContent}
      </a>
      <Header />
      <main id="content" className="content" tabIndex={-1}>
        <Suspense fallback={<Loading />}>
          <Outlet />
        </Suspense>
      </main>
      <Footer />
    </>
  );
};

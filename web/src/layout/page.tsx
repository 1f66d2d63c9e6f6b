import { type ReactNode, useEffect, useRef } from "react";
import { Link } from "react-router";
import { useTexts } from "../language/language.tsx";
import { paths } from "../paths.ts";

export interface Crumb {
  to: string;
  label: string;
}

interface PageProps {
  title: string;
  /** From the home page to the page above this one. */
  crumbs?: readonly Crumb[];
  /** Where the title is for screens only. */
  wide?: boolean;
  children: ReactNode;
}

/** Title of the document, breadcrumbs and the one h1, which takes the focus when the page is opened. */
export const Page = ({ title, crumbs, wide = false, children }: PageProps) => {
  const { common } = useTexts();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${title} – ${common.product}`;
  }, [title, common.product]);
  useEffect(() => {
    // The first page of a visit starts at its top, with the skip link before everything.
    if (opened) heading.current?.focus({ preventScroll: true });
    opened = true;
    window.scrollTo(0, 0);
  }, []);
  return (
    <div className={wide ? "page page-wide" : "page"}>
      {crumbs !== undefined && (
        <nav className="crumbs" aria-label={common.breadcrumbs}>
          <ol>
            {[{ to: paths.start, label: common.start }, ...crumbs].map(({ to, label }) => (
              <li key={to}>
                <Link to={to}>{label}</Link>
              </li>
            ))}
            <li aria-current="page">{title}</li>
          </ol>
        </nav>
      )}
      <h1 ref={heading} tabIndex={-1}>
        {title}
      </h1>
      {children}
    </div>
  );
};

let opened = false;

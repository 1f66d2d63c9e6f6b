import { Link } from "react-router";
import { usePageTexts } from "../../language/language.tsx";
import { certifiedTexts } from "../../texts/pages.ts";

interface PaginationProps {
  page: number;
  pages: number;
  /** The address of a page. */
  to: (page: number) => string;
}

/** Links to the pages of a list: they can be opened, kept and gone back to. Nothing where one page holds all. */
export const Pagination = ({ page, pages, to }: PaginationProps) => {
  const certified = usePageTexts(certifiedTexts);
  const { pagination } = certified;
  if (pages === 1) return null;
  return (
    <nav className="pagination" aria-label={pagination.title}>
      {page > 1 && (
        <Link to={to(page - 1)} rel="prev">
          {pagination.previous}
        </Link>
      )}
      <span>{pagination.page(page, pages)}</span>
      {page < pages && (
        <Link to={to(page + 1)} rel="next">
          {pagination.next}
        </Link>
      )}
    </nav>
  );
};

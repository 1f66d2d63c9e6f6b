import { Link, useLocation } from "react-router";
import { formatInstant } from "../format/day.ts";
import { useLanguage } from "../language/language.tsx";
import { paths } from "../paths.ts";
import { useSession } from "../queries/session.ts";
import { Notice } from "../ui/notice.tsx";

/** On every page while the account waits to be deleted: until when, and the way back. */
export const DeletionBanner = () => {
  const { language, texts } = useLanguage();
  const { data: session } = useSession();
  const { pathname } = useLocation();
  const dueAt = session?.deletionDueAt;
  // The page of the deletion says it itself.
  if (dueAt === undefined || pathname === paths.deletion) return null;
  return (
    <div className="banner">
      <Notice kind="warning" title={texts.ownData.banner(formatInstant(dueAt, language))}>
        <p>
          <Link to={paths.deletion}>{texts.ownData.bannerLink}</Link>
        </p>
      </Notice>
    </div>
  );
};

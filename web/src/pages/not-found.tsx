import { Page } from "../layout/page.tsx";
import { useTexts } from "../language/language.tsx";
import { paths } from "../paths.ts";
import { ButtonLink } from "../ui/button.tsx";

export const NotFoundPage = () => {
  const { notFound } = useTexts().common;
  return (
    <Page title={notFound.title}>
      <p>{notFound.text}</p>
      <p className="actions">
        <ButtonLink to={paths.start}>{notFound.toStart}</ButtonLink>
      </p>
    </Page>
  );
};

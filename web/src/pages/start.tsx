import { Link } from "react-router";
import { Page } from "../layout/page.tsx";
import { useTexts } from "../language/language.tsx";
import { paths } from "../paths.ts";
import { useSession } from "../queries/session.ts";
import { ButtonLink } from "../ui/button.tsx";
import { Icon } from "../ui/icon.tsx";

export const StartPage = () => {
  const { start, common } = useTexts();
  const { data: session } = useSession();
  return (
    <Page title={start.title} wide>
      <p className="lead">{start.lead}</p>
      <div className="actions">
        {session ? (
          <ButtonLink to={paths.settings} size="l">
            {start.toSettings}
          </ButtonLink>
        ) : (
          <>
            <ButtonLink to={paths.register} size="l">
              {common.register}
            </ButtonLink>
            <ButtonLink to={paths.login} look="outlined" size="l">
              {common.logIn}
            </ButtonLink>
          </>
        )}
      </div>
      <h2>{start.stepsTitle}</h2>
      <ol className="start-steps">
        {start.steps.map(({ title, text }, index) => (
          <li key={title} className="card">
            <span className="start-number" aria-hidden="true">
              {index + 1}
            </span>
            <h3>{title}</h3>
            <p>{text}</p>
          </li>
        ))}
      </ol>
      <h2>{start.needTitle}</h2>
      <ul className="ticks">
        {start.need.map((point) => (
          <li key={point}>
            <Icon name="check" />
            {point}
          </li>
        ))}
      </ul>
      <p>{start.forWhom}</p>
      <p>
        <Link to={paths.certifiedKeys}>{start.keysList}</Link>
      </p>
      <p>
        <Link to={paths.services}>{start.servicesList}</Link>
      </p>
    </Page>
  );
};

import { useState } from "react";
import { useSearchParams } from "react-router";
import { isProblem } from "../../api/problem.ts";
import { usePageTexts } from "../../language/language.tsx";
import { Page } from "../../layout/page.tsx";
import { paths } from "../../paths.ts";
import { type ServiceLogin, useServiceLogin } from "../../queries/service-login.ts";
import { useSession } from "../../queries/session.ts";
import { serviceLoginTexts } from "../../texts/pages.ts";
import { ButtonLink } from "../../ui/button.tsx";
import { Loaded } from "../../ui/loaded.tsx";
import { Loading } from "../../ui/loading.tsx";
import { Notice } from "../../ui/notice.tsx";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import { Asked } from "./asked.tsx";
import { Carry } from "./carry.tsx";
import { LogIn } from "./log-in.tsx";
import { Stand } from "./stand.tsx";

/** Where a browser comes that NIA has sent to log its user in. */
export const ServiceLoginPage = () => {
  const texts = usePageTexts(serviceLoginTexts);
  const id = useSearchParams()[0].get("id") ?? "";
  const { data, error, refetch } = useServiceLogin(id);
  const isOver = isProblem(error, "service-login-over");
  const isUnknown = isProblem(error, "not-found") || isProblem(error, "invalid-input");
  return (
    <Page title={texts.title}>
      {data !== undefined && error === null && <Open id={id} login={data} />}
      {data === undefined && error === null && <Loading>{texts.loading}</Loading>}
      {(isOver || isUnknown) && (
        <>
          <Notice kind="warning" title={texts.overTitle}>
            <p>{isOver ? texts.over : texts.unknown}</p>
          </Notice>
          <div className="actions">
            <ButtonLink to={paths.services}>{texts.toServices}</ButtonLink>
          </div>
        </>
      )}
      {!isOver && !isUnknown && <ProblemNotice error={error} onRetry={() => void refetch()} />}
    </Page>
  );
};

const Open = ({ id, login }: { id: string; login: ServiceLogin }) => {
  const texts = usePageTexts(serviceLoginTexts);
  return (
    <>
      <Asked login={login} />
      {login.reachable ? (
        <Person id={id} login={login} />
      ) : (
        <Notice kind="warning" title={texts.impossible["level-unreachable"]} />
      )}
      <div className="actions leave">
        <Carry id={id} route="refuseServiceLogin" fields={{ because: "cancelled" }} look="base">
          {texts.cancel}
        </Carry>
      </div>
    </>
  );
};

/** Whoever is logged in, or the login. */
const Person = ({ id, login }: { id: string; login: ServiceLogin }) => {
  const query = useSession();
  const [isOther, setOther] = useState(false);
  return (
    <Loaded query={query}>
      {(session) => {
        const byCertificate = session?.method === "certificate";
        if (session === null || byCertificate || isOther)
          return <LogIn byCertificate={byCertificate} onEntered={() => setOther(false)} />;
        return <Stand id={id} login={login} onOtherAccount={() => setOther(true)} />;
      }}
    </Loaded>
  );
};

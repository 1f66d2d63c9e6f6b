import { useState } from "react";
import { ConfirmationLogin } from "../../confirmation/later.tsx";
import { usePageTexts } from "../../language/language.tsx";
import { paths } from "../../paths.ts";
import { type ServiceLogin, type Standing, useStanding } from "../../queries/service-login.ts";
import { leaveLogin } from "../../service-login/waiting.ts";
import { ofCode } from "../../texts/of-code.ts";
import { serviceLoginTexts } from "../../texts/pages.ts";
import { Button, ButtonLink } from "../../ui/button.tsx";
import { Loaded } from "../../ui/loaded.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Carry } from "./carry.tsx";

interface StandProps {
  id: string;
  login: ServiceLogin;
  onOtherAccount: () => void;
}

/** What the account that is logged in can do now: log in there, touch a key first, or be linked first. */
export const Stand = (props: StandProps) => {
  const query = useStanding(props.id);
  return (
    <Loaded query={query}>
      {(standing) => {
        if (standing.state === "impossible") return <Impossible {...props} standing={standing} />;
        const { state, username } = standing;
        if (state === "ready") return <Ready {...props} username={username} />;
        return <Touch {...props} username={username} onConfirmed={() => void query.refetch()} />;
      }}
    </Loaded>
  );
};

const OtherAccount = ({ onOtherAccount }: Pick<StandProps, "onOtherAccount">) => {
  const texts = usePageTexts(serviceLoginTexts);
  return (
    <p>
      {texts.notYou}{" "}
      <Button look="base" size="s" onClick={onOtherAccount}>
        {texts.otherAccount}
      </Button>
    </p>
  );
};

const Ready = ({ id, username, onOtherAccount }: StandProps & { username: string }) => {
  const texts = usePageTexts(serviceLoginTexts);
  return (
    <section aria-labelledby="ready">
      <h2 id="ready">{texts.readyTitle}</h2>
      <p>{texts.ready(username)}</p>
      <div className="actions">
        <Carry id={id} route="answerServiceLogin" fields={{ username }}>
          {texts.agree}
        </Carry>
        <Carry id={id} route="refuseServiceLogin" fields={{ because: "release-refused" }} look="outlined">
          {texts.refuse}
        </Carry>
      </div>
      <OtherAccount onOtherAccount={onOtherAccount} />
    </section>
  );
};

const Touch = (props: StandProps & { username: string; onConfirmed: () => void }) => {
  const texts = usePageTexts(serviceLoginTexts);
  const { login, username, onConfirmed, onOtherAccount } = props;
  const [begun, setBegun] = useState(false);
  if (begun)
    return (
      <ConfirmationLogin
        purpose="log-in-to-service"
        onConfirmed={onConfirmed}
        onBack={() => setBegun(false)}
      />
    );
  return (
    <section aria-labelledby="touch">
      <h2 id="touch">{texts.touchTitle}</h2>
      <p>
        {texts.touch(username)} {login.touchAnew ? texts.touchAnew : texts.touchOld}
      </p>
      <div className="actions">
        <Button onClick={() => setBegun(true)}>{texts.begin}</Button>
      </div>
      <OtherAccount onOtherAccount={onOtherAccount} />
    </section>
  );
};

const Impossible = (props: StandProps & { standing: Extract<Standing, { state: "impossible" }> }) => {
  const texts = usePageTexts(serviceLoginTexts);
  const { id, login, standing, onOtherAccount } = props;
  const { because, username } = standing;
  const isMended = because === "not-linked" || because === "no-allowed-key";
  const { service, expiresAt } = login;
  return (
    <section aria-labelledby="impossible">
      <h2 id="impossible">{texts.impossibleTitle}</h2>
      <p>{texts.account(username)}</p>
      <Notice kind="warning" title={ofCode(texts.impossible, because)} />
      {isMended && (
        <>
          <p>{texts.toLinkHint}</p>
          {/* Before the link is followed: the pages of linking offer the way back. */}
          <div
            className="actions"
            onClickCapture={() =>
              leaveLogin({ id, expiresAt, ...(service === undefined ? {} : { service }) })
            }
          >
            <ButtonLink to={paths.nia}>{texts.toLink}</ButtonLink>
          </div>
        </>
      )}
      <OtherAccount onOtherAccount={onOtherAccount} />
    </section>
  );
};

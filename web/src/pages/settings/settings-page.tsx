import { useLocation } from "react-router";
import { formatDay } from "../../format/day.ts";
import { useLanguage } from "../../language/language.tsx";
import { Page } from "../../layout/page.tsx";
import { paths } from "../../paths.ts";
import { useProfile, useSecurityKeys } from "../../queries/account.ts";
import { type NiaState, useNia } from "../../queries/nia.ts";
import { useService } from "../../queries/service.ts";
import { BackToLogin } from "../../service-login/back-to-login.tsx";
import { ButtonLink } from "../../ui/button.tsx";
import { Loaded } from "../../ui/loaded.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Card } from "./card.tsx";
import { Activity, Deletion, OwnData } from "./own-data-cards.tsx";

/** Each part of the account with its state, and a way to set it. */
export const SettingsPage = () => {
  const { settings, certificates } = useLanguage().texts;
  const { data: service } = useService();
  const arrival = useLocation().state as { linked?: boolean; passwordChanged?: boolean } | null;
  return (
    <Page title={settings.title}>
      {arrival?.linked === true && <Notice kind="success" announced title={settings.linkedMessage} />}
      {arrival?.passwordChanged === true && (
        <Notice kind="success" announced title={settings.passwordChanged} />
      )}
      <BackToLogin />
      <div className="cards">
        <Card title={settings.profile} to={paths.profile}>
          <p>{settings.profileText}</p>
        </Card>
        <Card title={settings.contactsCard} to={paths.contacts}>
          <p>{settings.contactsText}</p>
        </Card>
        <Card title={settings.passwordTitle} to={paths.changePassword}>
          <p>{settings.passwordText}</p>
        </Card>
        <Validation />
        <TwoFactor />
        {service?.certificateLogin !== undefined && (
          <Card title={certificates.title} to={paths.certificates}>
            <p>{certificates.summary}</p>
          </Card>
        )}
        <Card title={settings.devices} to={paths.devices}>
          <p>{settings.devicesText}</p>
        </Card>
        <Nia />
        <Activity />
        <OwnData />
        <Deletion />
      </div>
    </Page>
  );
};

const Validation = () => {
  const { language, texts } = useLanguage();
  const { settings } = texts;
  const profile = useProfile();
  const { data } = profile;
  return (
    <Card title={settings.validation}>
      <Loaded query={profile}>
        {({ validation }) => (
          <p>
            {validation === undefined
              ? settings.notValidated
              : settings.validated(settings.sources[validation.source], formatDay(validation.at, language))}
          </p>
        )}
      </Loaded>
      {data?.registry !== undefined && (
        <p>
          {data.registry.updatedAt === undefined
            ? settings.followsRegistry
            : settings.followedRegistry(formatDay(data.registry.updatedAt, language))}
        </p>
      )}
      {data?.validationToFinish !== undefined && (
        <div className="actions">
          <ButtonLink to={paths.niaCompare}>{settings.finishValidation}</ButtonLink>
        </div>
      )}
    </Card>
  );
};

const TwoFactor = () => {
  const { settings } = useLanguage().texts;
  const securityKeys = useSecurityKeys();
  return (
    <Card title={settings.twoFactor} to={paths.keys}>
      <h3>{settings.securityKey}</h3>
      <Loaded query={securityKeys}>{({ keys }) => <p>{settings.keys(keys.length)}</p>}</Loaded>
      {securityKeys.data?.keys.length === 1 && <p>{settings.oneKey}</p>}
    </Card>
  );
};

const stateOf = ({ link, verification }: NiaState) => {
  const states = ["awaiting-registry-data", "under-review", "awaiting-completion", "completing"] as const;
  const open = states.find((state) => state === verification?.state);
  if (open === "awaiting-registry-data" && verification?.method === "eobcanka") return "at-portal";
  return open ?? (link === undefined ? "none" : link.state === "active" ? "linked" : "suspended");
};

const Nia = () => {
  const { settings } = useLanguage().texts;
  const nia = useNia();
  return (
    <Card title={settings.nia} to={paths.nia}>
      <Loaded query={nia}>{(data) => <p>{settings.niaStates[stateOf(data)]}</p>}</Loaded>
    </Card>
  );
};

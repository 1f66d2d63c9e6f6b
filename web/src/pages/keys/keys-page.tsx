import { useState } from "react";
import { useTexts } from "../../language/language.tsx";
import { Page } from "../../layout/page.tsx";
import { paths } from "../../paths.ts";
import { useSecurityKeys } from "../../queries/account.ts";
import { isLinked, type SecurityKey } from "../../security-key/linked.ts";
import { Button, ButtonLink } from "../../ui/button.tsx";
import { Loading } from "../../ui/loading.tsx";
import { Notice } from "../../ui/notice.tsx";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import { AddKey } from "./add-key.tsx";
import { AddedKey } from "./added-key.tsx";
import { BackupAdvice } from "./backup-advice.tsx";
import { KeyCard } from "./key-card.tsx";
import { type Removal, RemoveKey } from "./remove-key.tsx";

/** Two-factor authentication, security key: the list, and adding one. */
export const KeysPage = () => {
  const { keys: texts, common } = useTexts();
  const { data, error, refetch } = useSecurityKeys();
  const [isAdding, setAdding] = useState(false);
  const [added, setAdded] = useState<SecurityKey>();
  const [removing, setRemoving] = useState<string>();
  const [removed, setRemoved] = useState<Removal>();
  const keys = data?.keys ?? [];
  const mayBeLinked = keys.some((key) => key.linkable && !isLinked(key));
  return (
    <Page title={texts.title} crumbs={[{ to: paths.settings, label: common.settings }]}>
      <p>{texts.lead}</p>
      {added !== undefined && <AddedKey securityKey={added} />}
      {removed !== undefined && <Removed {...removed} />}
      <ProblemNotice error={error} onRetry={() => void refetch()} />
      {data === undefined && error === null && <Loading />}
      {data !== undefined && keys.length === 0 && <p>{texts.none}</p>}
      <ul className="cards plain">
        {keys.map((key) => (
          <li key={key.id}>
            <KeyCard
              securityKey={key}
              onRemove={() => {
                setAdded(undefined);
                setRemoved(undefined);
                setRemoving(key.id);
              }}
            />
            {removing === key.id && (
              <RemoveKey
                securityKey={key}
                keys={keys}
                onRemoved={(removal) => {
                  setRemoving(undefined);
                  setRemoved(removal);
                }}
                onBack={() => setRemoving(undefined)}
              />
            )}
          </li>
        ))}
      </ul>
      <BackupAdvice keys={keys} />
      {isAdding ? (
        <AddKey
          onAdded={(key) => {
            setAdding(false);
            setAdded(key);
            void refetch();
          }}
          onBack={() => setAdding(false)}
        />
      ) : (
        <>
          <p className="hint">{texts.chrome}</p>
          <div className="actions">
            <Button
              onClick={() => {
                setAdded(undefined);
                setRemoved(undefined);
                setAdding(true);
              }}
            >
              {texts.add}
            </Button>
            {mayBeLinked && (
              <ButtonLink look="outlined" to={paths.nia}>
                {texts.toNia}
              </ButtonLink>
            )}
          </div>
        </>
      )}
    </Page>
  );
};

/** What the removal has brought about. */
const Removed = ({ name, linkEnded, verification }: Removal) => {
  const { unlinking } = useTexts();
  return (
    <Notice kind="success" announced title={unlinking.removed(name)}>
      {linkEnded && <p>{unlinking.linkEnded}</p>}
      {verification !== "none" && <p>{unlinking.verification[verification]}</p>}
    </Notice>
  );
};

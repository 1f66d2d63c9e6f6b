import { useRef, useState } from "react";
import { formatDay } from "../../format/day.ts";
import { useLanguage } from "../../language/language.tsx";
import { KeyAdvice } from "../../security-key/key-advice.tsx";
import { KeyLevel } from "../../security-key/key-level.tsx";
import { KeyPicture } from "../../security-key/key-picture.tsx";
import { LinkState } from "../../security-key/link-state.tsx";
import type { SecurityKey } from "../../security-key/linked.ts";
import { Button } from "../../ui/button.tsx";
import { RenameKey } from "./rename-key.tsx";

interface KeyCardProps {
  securityKey: SecurityKey;
  onRemove: () => void;
}

/** One key: model, level with its source, whether it can be linked or why not, and its name. */
export const KeyCard = ({ securityKey, onRemove }: KeyCardProps) => {
  const { keys, unlinking } = useLanguage().texts;
  const { name, picture, linkable, link } = securityKey;
  const [isRenaming, setRenaming] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  const renamed = () => {
    setRenaming(false);
    heading.current?.focus();
  };
  return (
    <section className="card" aria-label={name}>
      <div className="key-heading">
        <KeyPicture picture={picture} />
        <h2 ref={heading} tabIndex={-1}>
          {name}
        </h2>
      </div>
      <KeyFacts {...securityKey} />
      <p>
        {link === undefined ? (
          <strong>{linkable ? keys.linkable : keys.notLinkable}</strong>
        ) : (
          <LinkState link={link} />
        )}
      </p>
      {link === undefined && !linkable && <KeyAdvice {...securityKey} />}
      {isRenaming ? (
        <RenameKey securityKey={securityKey} onDone={renamed} />
      ) : (
        <p className="actions">
          <Button look="outlined" size="s" onClick={() => setRenaming(true)}>
            {keys.rename}
            <span className="visually-hidden"> {name}</span>
          </Button>
          <Button look="outlined" color="error" size="s" onClick={onRemove}>
            {unlinking.remove}
            <span className="visually-hidden"> {name}</span>
          </Button>
        </p>
      )}
    </section>
  );
};

const KeyFacts = ({ modelName, level, metadataNo, gradedAt, createdAt, lastUsedAt }: SecurityKey) => {
  const { language, texts } = useLanguage();
  const { keys } = texts;
  const day = (instant: string) => formatDay(instant, language);
  return (
    <dl>
      <dt>{keys.facts.model}</dt>
      <dd>{modelName ?? keys.unknownModel}</dd>
      <dt>{keys.facts.level}</dt>
      <dd>
        <KeyLevel level={level} />
      </dd>
      <dt>{keys.facts.source}</dt>
      <dd>{keys.source(day(gradedAt), metadataNo)}</dd>
      <dt>{keys.facts.added}</dt>
      <dd>{day(createdAt)}</dd>
      <dt>{keys.facts.used}</dt>
      <dd>{lastUsedAt === undefined ? keys.neverUsed : day(lastUsedAt)}</dd>
    </dl>
  );
};

import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "../../api/api.ts";
import type { Output } from "../../api/client.ts";
import { formatDay } from "../../format/day.ts";
import { useForm } from "../../forms/use-form.ts";
import { useLanguage } from "../../language/language.tsx";
import { useReload } from "../../queries/nia.ts";
import { LinkState } from "../../security-key/link-state.tsx";
import { Button } from "../../ui/button.tsx";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import { TextField } from "../../ui/text-field.tsx";

type SecurityKey = Output<"securityKeys">["keys"][number];

interface KeyCardProps {
  securityKey: SecurityKey;
  onRemove: () => void;
}

/** One key: model, level with its source, whether it can be linked or why not, and its name. */
export const KeyCard = ({ securityKey, onRemove }: KeyCardProps) => {
  const { language, texts } = useLanguage();
  const { keys, unlinking } = texts;
  const { name, modelName, level, linkable, reason, metadataNo, gradedAt, createdAt, lastUsedAt, link } =
    securityKey;
  const [isRenaming, setRenaming] = useState(false);
  return (
    <section className="card" aria-label={name}>
      <h2>{name}</h2>
      <p>{modelName ?? keys.unknownModel}</p>
      <p>
        {keys.level}: <strong>{level === undefined ? keys.unknownLevel : keys.levels[level]}</strong>.{" "}
        {keys.source(formatDay(gradedAt, language), metadataNo)}
      </p>
      <p>
        {link === undefined ? (
          <strong>{linkable ? keys.linkable : keys.notLinkable}</strong>
        ) : (
          <LinkState link={link} />
        )}
        {link === undefined && !linkable && <> – {keys.reasons[reason]}</>}
      </p>
      <p className="hint">
        {keys.addedOn(formatDay(createdAt, language))}{" "}
        {lastUsedAt !== undefined && keys.lastUsed(formatDay(lastUsedAt, language))}
      </p>
      {isRenaming ? (
        <RenameKey securityKey={securityKey} onDone={() => setRenaming(false)} />
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

const RenameKey = ({
  securityKey: { id, name },
  onDone,
}: {
  securityKey: SecurityKey;
  onDone: () => void;
}) => {
  const { keys, common } = useLanguage().texts;
  const reload = useReload();
  const form = useForm({ name }, { prefix: `rename-${id.slice(0, 8)}-` });
  const rename = useMutation({
    mutationFn: async (next: string) =>
      await api.renameSecurityKey({ params: { keyId: id }, body: { name: next } }),
    onSuccess: async () => {
      await reload();
      onDone();
    },
  });
  return (
    <form
      noValidate
      className="narrow"
      onSubmit={(event) => {
        event.preventDefault();
        if (form.require("name")) rename.mutate(form.values.name.trim());
      }}
    >
      <TextField {...form.field("name")} label={keys.name} maxLength={60} />
      <ProblemNotice error={rename.error} />
      <div className="actions">
        <Button submits size="s" busy={rename.isPending}>
          {common.save}
        </Button>
        <Button look="outlined" size="s" onClick={onDone}>
          {common.cancel}
        </Button>
      </div>
    </form>
  );
};

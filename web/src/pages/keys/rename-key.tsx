import { useMutation } from "@tanstack/react-query";
import { useEffect } from "react";
import { api } from "../../api/api.ts";
import { useForm } from "../../forms/use-form.ts";
import { useTexts } from "../../language/language.tsx";
import { useReload } from "../../queries/nia.ts";
import type { SecurityKey } from "../../security-key/linked.ts";
import { Button } from "../../ui/button.tsx";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import { TextField } from "../../ui/text-field.tsx";

interface RenameKeyProps {
  securityKey: Pick<SecurityKey, "id" | "name">;
  onDone: () => void;
}

export const RenameKey = ({ securityKey: { id, name }, onDone }: RenameKeyProps) => {
  const { keys, common } = useTexts();
  const reload = useReload();
  const form = useForm({ name }, { prefix: `rename-${id.slice(0, 8)}-` });
  const { id: field } = form.field("name");
  useEffect(() => document.getElementById(field)?.focus(), [field]);
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

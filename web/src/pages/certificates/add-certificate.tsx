import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "../../api/api.ts";
import { Problem } from "../../api/problem.ts";
import { showCertificate } from "../../certificate/handover.ts";
import { readCertificateFile } from "../../certificate/read-file.ts";
import { ConfirmationLogin } from "../../confirmation/confirmation-login.tsx";
import { useTexts } from "../../language/language.tsx";
import { useReload } from "../../queries/nia.ts";
import { ofCode } from "../../texts/of-code.ts";
import { Button } from "../../ui/button.tsx";
import { describedBy, Field } from "../../ui/field.tsx";
import { ProblemNotice } from "../../ui/problem-notice.tsx";

interface AddCertificateProps {
  host: string;
  onBack: () => void;
}

/** A file with the certificate, a confirmation login, and off to the host where the browser shows it. */
export const AddCertificate = ({ host, onBack }: AddCertificateProps) => {
  const { certificates: texts, common, errors } = useTexts();
  const reload = useReload();
  const [isConfirmed, setConfirmed] = useState(false);
  const [file, setFile] = useState<File>();
  const [fault, setFault] = useState<string>();
  const register = useMutation({
    mutationFn: async (certificate: string) => await api.registerCertificate({ body: { certificate } }),
    onSuccess: async () => {
      await reload();
      await showCertificate(host, { purpose: "proof" });
    },
    onError: (error) => setFault(error instanceof Problem ? error.answer.errors?.[0]?.code : undefined),
  });
  if (!isConfirmed)
    return (
      <ConfirmationLogin purpose="add-certificate" onConfirmed={() => setConfirmed(true)} onBack={onBack} />
    );
  const send = async () => {
    if (file === undefined) return setFault("missing");
    const read = await readCertificateFile(file);
    if ("fault" in read) setFault(read.fault);
    else register.mutate(read.certificate);
  };
  const error = fault === undefined ? undefined : ofCode(errors.fields, fault);
  const frame = { id: "certificate", label: texts.file, hint: texts.fileHint, error };
  return (
    <form
      noValidate
      className="card"
      onSubmit={(event) => {
        event.preventDefault();
        if (!register.isPending) void send();
      }}
    >
      <h2>{texts.add}</h2>
      <p>{texts.steps}</p>
      <Field {...frame}>
        <input
          id="certificate"
          type="file"
          accept=".pem,.crt,.cer,.der"
          aria-required
          aria-invalid={error !== undefined}
          aria-describedby={describedBy(frame)}
          onChange={(event) => {
            setFault(undefined);
            setFile(event.target.files?.[0]);
          }}
        />
      </Field>
      <ProblemNotice error={fault === undefined ? register.error : undefined} />
      <div className="actions">
        <Button submits busy={register.isPending}>
          {texts.send}
        </Button>
        <Button look="outlined" onClick={onBack}>
          {common.cancel}
        </Button>
      </div>
    </form>
  );
};

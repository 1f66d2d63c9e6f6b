import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "../../api/api.ts";
import type { Output } from "../../api/client.ts";
import { showCertificate } from "../../certificate/handover.ts";
import { ConfirmationLogin } from "../../confirmation/confirmation-login.tsx";
import { formatDay } from "../../format/day.ts";
import { useLanguage } from "../../language/language.tsx";
import { useService } from "../../queries/service.ts";
import { Button } from "../../ui/button.tsx";
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx";
import { ProblemNotice } from "../../ui/problem-notice.tsx";

interface CertificateCardProps {
  certificate: Output<"certificates">["certificates"][number];
  onRemoved: () => Promise<void>;
}

/** One certificate: whose, from whom, until when, and whether it opens the account yet. */
export const CertificateCard = ({ certificate, onRemoved }: CertificateCardProps) => {
  const { language, texts } = useLanguage();
  const { certificates } = texts;
  const { subject, issuer, notAfter, provenAt, lastUsedAt } = certificate;
  const [step, setStep] = useState<"removing" | "proving">();
  return (
    <section className="card" aria-label={subject}>
      <h2>{subject}</h2>
      <p>{certificates.issuedBy(issuer, formatDay(notAfter, language))}</p>
      <p>
        <strong>{provenAt === undefined ? certificates.unproven : certificates.opens}</strong>
      </p>
      {lastUsedAt !== undefined && (
        <p className="hint">{certificates.lastUsed(formatDay(lastUsedAt, language))}</p>
      )}
      {step === "proving" ? (
        <Prove onBack={() => setStep(undefined)} />
      ) : (
        <p className="actions">
          {provenAt === undefined && (
            <Button size="s" onClick={() => setStep("proving")}>
              {certificates.prove}
            </Button>
          )}
          <Button look="outlined" size="s" onClick={() => setStep("removing")}>
            {certificates.remove}
            <span className="visually-hidden"> {subject}</span>
          </Button>
        </p>
      )}
      {step === "removing" && (
        <Remove certificate={certificate} onRemoved={onRemoved} onBack={() => setStep(undefined)} />
      )}
    </section>
  );
};

const Prove = ({ onBack }: { onBack: () => void }) => {
  const host = useService().data?.certificateLogin ?? "";
  return (
    <ConfirmationLogin
      purpose="add-certificate"
      onConfirmed={() => void showCertificate(host, { purpose: "proof" })}
      onBack={onBack}
    />
  );
};

const Remove = ({ certificate, onRemoved, onBack }: CertificateCardProps & { onBack: () => void }) => {
  const { certificates, common } = useLanguage().texts;
  const remove = useMutation({
    mutationFn: async () => await api.removeCertificate({ params: { id: certificate.id } }),
    onSuccess: onRemoved,
  });
  return (
    <ConfirmDialog
      title={certificates.removeTitle}
      confirm={certificates.remove}
      back={common.cancel}
      busy={remove.isPending}
      onConfirm={() => remove.mutate()}
      onBack={onBack}
    >
      <p>{certificates.removeText}</p>
      <ProblemNotice error={remove.error} />
    </ConfirmDialog>
  );
};

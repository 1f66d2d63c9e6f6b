import { useMutation } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { useNavigate } from "react-router";
import { api } from "../../api/api.ts";
import type { Output } from "../../api/client.ts";
import { formatPhone } from "../../format/phone.ts";
import { paths } from "../../paths.ts";
import { useReload } from "../../queries/nia.ts";
import { Button } from "../../ui/button.tsx";
import { Notice } from "../../ui/notice.tsx";
import { PinForm } from "../../ui/pin-form.tsx";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import { usePageTexts } from "../../language/language.tsx";
import { accessTexts } from "../../texts/pages.ts";

interface ContactPinProps {
  change: NonNullable<Output<"profile">["contactChange"]>;
  /** It is the contact that the account has, to be verified again. */
  again: boolean;
}

/** The PIN from the contact; with it the change, or the verification, is done. */
export const ContactPin = ({ change, again }: ContactPinProps) => {
  const access = usePageTexts(accessTexts);
  const navigate = useNavigate();
  const reload = useReload();
  const [round, setRound] = useState(0);
  const { id, kind, value } = change;
  const params = { id };
  const enter = useMutation({
    mutationFn: async (pin: string) => await api.enterContactPin({ params, body: { pin } }),
    onSuccess: async () => {
      await navigate(paths.contacts, { state: { changed: again ? "again" : kind }, replace: true });
      await reload();
    },
  });
  const resend = useMutation({
    mutationFn: async () => await api.resendContactPin({ params }),
    onSuccess: () => {
      enter.reset();
      setRound(round + 1);
    },
  });
  const cancel = useMutation({
    mutationFn: async () => await api.cancelContactChange({ params }),
    onSuccess: async () => {
      await navigate(paths.contacts, { replace: true });
      await reload();
    },
  });
  useEffect(() => document.getElementById("pin")?.focus(), []);
  return (
    <>
      <p>{access.pinLead(kind === "email" ? value : formatPhone(value))}</p>
      <PinForm
        key={round}
        label={again ? access.unblockPin : access.pin}
        submit={again ? access.againConfirm : access.confirmPin}
        error={enter.error}
        busy={enter.isPending}
        onPin={(pin) => enter.mutate(pin)}
      />
      {round > 0 && <Notice kind="success" announced title={access.newPinSent} />}
      <ProblemNotice error={resend.error ?? cancel.error} />
      <div className="actions">
        <Button look="outlined" busy={resend.isPending} onClick={() => resend.mutate()}>
          {access.newPin}
        </Button>
        <Button look="outlined" busy={cancel.isPending} onClick={() => cancel.mutate()}>
          {again ? access.againCancel : access.keepOld}
        </Button>
      </div>
    </>
  );
};

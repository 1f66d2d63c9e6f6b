import { useMutation } from "@tanstack/react-query";
import { Link, useLocation, useNavigate } from "react-router";
import { api } from "../../api/api.ts";
import { Page } from "../../layout/page.tsx";
import { paths } from "../../paths.ts";
import { PinForm } from "../../ui/pin-form.tsx";
import { WhoForm } from "./who-form.tsx";
import { usePageTexts } from "../../language/language.tsx";
import { accessTexts } from "../../texts/pages.ts";

/** Opens password login again by a PIN from the e-mail. Its place in the browser's history outlives a reload. */
export const UnblockPage = () => {
  const access = usePageTexts(accessTexts);
  const navigate = useNavigate();
  const id = (useLocation().state as { id?: string } | null)?.id;
  return (
    <Page key={id} title={access.unblockTitle}>
      {id === undefined ? (
        <>
          <p>{access.unblockLead}</p>
          <WhoForm
            submit={access.sendPin}
            onSend={async (body) => {
              const started = await api.requestUnblocking({ body });
              await navigate(paths.unblock, { state: started, replace: true });
            }}
          />
        </>
      ) : (
        <EnterPin id={id} />
      )}
      <p>
        <Link to={paths.login}>{access.backToLogin}</Link>
      </p>
    </Page>
  );
};

const EnterPin = ({ id }: { id: string }) => {
  const access = usePageTexts(accessTexts);
  const navigate = useNavigate();
  const enter = useMutation({
    mutationFn: async (pin: string) => await api.unblock({ params: { id }, body: { pin } }),
    onSuccess: async () => await navigate(paths.login, { state: { done: "unblocked" }, replace: true }),
  });
  return (
    <>
      <p>{access.unblockPinLead}</p>
      <PinForm
        label={access.unblockPin}
        submit={access.unblock}
        error={enter.error}
        busy={enter.isPending}
        onPin={(pin) => enter.mutate(pin)}
      />
      <p>
        <Link to={paths.unblock} replace>
          {access.startAgain}
        </Link>
      </p>
    </>
  );
};

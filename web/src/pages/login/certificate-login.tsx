import { showCertificate } from "../../certificate/handover.ts";
import { useTexts } from "../../language/language.tsx";
import { useService } from "../../queries/service.ts";
import { Button } from "../../ui/button.tsx";

/** Offered where the provider takes certificates. */
export const CertificateLogin = ({ next }: { next?: string }) => {
  const { certificates } = useTexts();
  const host = useService().data?.certificateLogin;
  if (host === undefined) return null;
  const about = next === undefined ? {} : { next };
  return (
    <>
      <div className="actions">
        <Button look="outlined" onClick={() => void showCertificate(host, { purpose: "login", ...about })}>
          {certificates.logIn}
        </Button>
      </div>
      <p className="hint">{certificates.logInHint}</p>
    </>
  );
};

import { useMutation } from "@tanstack/react-query";
import { api } from "../../api/api.ts";
import type { Output } from "../../api/client.ts";
import { isProblem } from "../../api/problem.ts";
import { formatInstant } from "../../format/day.ts";
import { useLanguage, usePageTexts } from "../../language/language.tsx";
import { devicesTexts } from "../../texts/pages.ts";
import { Button } from "../../ui/button.tsx";
import { ProblemNotice } from "../../ui/problem-notice.tsx";

interface DeviceCardProps {
  session: Output<"sessions">["sessions"][number];
  onLoggedOut: (what: string) => Promise<void>;
}

/** One session: on what, how and since when, and a button to end it unless it is the present one. */
export const DeviceCard = ({ session, onLoggedOut }: DeviceCardProps) => {
  const { language } = useLanguage();
  const devices = usePageTexts(devicesTexts);
  const { id, present, method, device, createdAt, lastUsedAt } = session;
  const name = devices.device(
    device.browser && devices.browsers[device.browser],
    device.system && devices.systems[device.system],
  );
  const end = useMutation({
    mutationFn: async () => {
      try {
        await api.endSession({ params: { id } });
      } catch (error) {
        // It has ended by itself meanwhile.
        if (!isProblem(error, "not-found")) throw error;
      }
    },
    onSuccess: async () => await onLoggedOut(devices.loggedOut(name)),
  });
  return (
    <section className="card" aria-label={name}>
      <h2>{name}</h2>
      {present && (
        <p>
          <strong>{devices.present}</strong>
        </p>
      )}
      <p>
        {devices.method(devices.methods[method])} {devices.since(formatInstant(createdAt, language))}
      </p>
      <p className="hint">{devices.lastUsed(formatInstant(lastUsedAt, language))}</p>
      <ProblemNotice error={end.error} />
      {!present && (
        <p className="actions">
          <Button look="outlined" size="s" busy={end.isPending} onClick={() => end.mutate()}>
            {devices.logOut}
            <span className="visually-hidden"> {name}</span>
          </Button>
        </p>
      )}
    </section>
  );
};

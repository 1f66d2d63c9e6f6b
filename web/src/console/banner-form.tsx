import type { Input } from "../api/client.ts";
import { parseInstant } from "../format/parse-instant.ts";
import { useForm } from "../forms/use-form.ts";
import { usePageTexts } from "../language/language.tsx";
import { caseworkTexts } from "../texts/casework.ts";
import { Button } from "../ui/button.tsx";
import { TextField } from "../ui/text-field.tsx";

interface BannerFormProps {
  busy: boolean;
  /** Answers what the API refused. */
  onShow: (banner: Input<"setBanner">["body"]) => Promise<unknown>;
}

/** A banner in both languages; without a beginning it is shown at once, without an end until it is removed. */
export const BannerForm = ({ busy, onShow }: BannerFormProps) => {
  const texts = usePageTexts(caseworkTexts);
  const form = useForm({ cs: "", en: "", from: "", until: "" }, { prefix: "banner-" });
  const pointers = { "/text/cs": "cs", "/text/en": "en", "/from": "from", "/until": "until" } as const;
  const submit = async () => {
    if (busy || !form.require("cs", "en")) return;
    const { cs, en, from, until } = form.values;
    const begins = from.trim() === "" ? new Date().toISOString() : parseInstant(from);
    const ends = until.trim() === "" ? undefined : parseInstant(until);
    if (begins === undefined) form.mark("from", "not-a-real-date");
    else if (until.trim() !== "" && ends === undefined) form.mark("until", "not-a-real-date");
    else {
      const banner = { text: { cs, en }, from: begins, ...(ends === undefined ? {} : { until: ends }) };
      form.refuse(await onShow(banner), pointers);
    }
  };
  return (
    <form
      noValidate
      className="narrow"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <TextField {...form.field("cs")} label={texts.bannerCs} autoComplete="off" maxLength={500} />
      <TextField {...form.field("en")} label={texts.bannerEn} autoComplete="off" maxLength={500} />
      <TextField
        {...form.field("from")}
        optional
        label={texts.bannerFrom}
        hint={texts.timeHint}
        autoComplete="off"
      />
      <TextField
        {...form.field("until")}
        optional
        label={texts.bannerUntil}
        hint={texts.timeHint}
        autoComplete="off"
      />
      <div className="actions">
        <Button submits busy={busy}>
          {texts.show}
        </Button>
      </div>
    </form>
  );
};

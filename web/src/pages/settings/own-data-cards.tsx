import { formatDay } from "../../format/day.ts";
import { useLanguage } from "../../language/language.tsx";
import { paths } from "../../paths.ts";
import { useProfile } from "../../queries/account.ts";
import { Card } from "./card.tsx";

export const Activity = () => {
  const { common, settings } = useLanguage().texts;
  return (
    <Card title={common.activity} to={paths.activity} label={settings.open}>
      <p>{settings.activityCard}</p>
    </Card>
  );
};

export const OwnData = () => {
  const { ownData, settings } = useLanguage().texts;
  return (
    <Card title={ownData.exportTitle} to={paths.export} label={settings.open}>
      <p>{ownData.exportCard}</p>
    </Card>
  );
};

export const Deletion = () => {
  const { language, texts } = useLanguage();
  const { ownData, settings } = texts;
  const { data } = useProfile();
  return (
    <Card title={ownData.deletionTitle} to={paths.deletion} label={settings.open}>
      <p>
        {data?.deletion === undefined
          ? ownData.deletionCard
          : ownData.deletionCardDue(formatDay(data.deletion.dueAt, language))}
      </p>
    </Card>
  );
};

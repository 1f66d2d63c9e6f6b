import type { ReactNode } from "react";
import { useLanguage } from "../../language/language.tsx";
import { ButtonLink } from "../../ui/button.tsx";

/** A part of the account with its state, and the way to its page. */
export const Card = ({
  title,
  to,
  label,
  children,
}: {
  title: string;
  to?: string;
  label?: string;
  children: ReactNode;
}) => {
  const { settings } = useLanguage().texts;
  return (
    <section className="card" aria-label={title}>
      <h2>{title}</h2>
      {children}
      {to !== undefined && (
        <div className="actions">
          <ButtonLink to={to} look="outlined" about={title}>
            {label ?? settings.set}
          </ButtonLink>
        </div>
      )}
    </section>
  );
};

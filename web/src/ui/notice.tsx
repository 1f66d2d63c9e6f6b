import type { ReactNode } from "react";
import { Icon, type IconName } from "./icon.tsx";

type Kind = "info" | "success" | "warning" | "error";

const colors = { info: "primary", success: "success", warning: "warning", error: "error" } as const;
const icons: Record<Kind, IconName> = {
  info: "info",
  success: "check",
  warning: "warning",
  error: "warning",
};

interface NoticeProps {
  kind: Kind;
  title?: ReactNode;
  children?: ReactNode;
  /** Read out the moment it appears: for what follows an action of the user. */
  announced?: boolean;
}

export const Notice = ({ kind, title, children, announced = false }: NoticeProps) => {
  const role = announced ? (kind === "error" ? "alert" : "status") : undefined;
  return (
    <div
      className="gov-message notice"
      data-color={colors[kind]}
      data-type="subtle"
      data-hydrated="hydrated"
      role={role}
    >
      <Icon name={icons[kind]} className={`notice-icon notice-${kind}`} />
      <div className="gov-message__content">
        {title !== undefined && <p className="notice-title">{title}</p>}
        {children}
      </div>
    </div>
  );
};

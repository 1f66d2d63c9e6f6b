import { GovButton } from "@gov-design-system-ce/react";
import type { ReactNode } from "react";
import { Link } from "react-router";

type Look = "solid" | "outlined" | "base";
type Color = "primary" | "error" | "neutral";

interface ButtonProps {
  children: ReactNode;
  look?: Look;
  color?: Color;
  size?: "s" | "m" | "l";
  /** Whether it sends the form that it stands in. */
  submits?: boolean;
  onClick?: () => void;
  /** Something is under way: it stays where it is and does nothing. */
  busy?: boolean;
  disabled?: boolean;
  describedBy?: string;
}

export const Button = (props: ButtonProps) => {
  const {
    look = "solid",
    color = "primary",
    size = "m",
    submits = false,
    busy = false,
    disabled = false,
  } = props;
  const isOff = busy || disabled;
  return (
    <GovButton
      type={look}
      color={color}
      size={size}
      nativeType={submits ? "submit" : "button"}
      // Not "disabled": the button keeps the focus and can be read.
      aria-disabled={isOff || undefined}
      aria-describedby={props.describedBy}
      className={isOff ? "is-off" : ""}
      onClick={(event) => {
        if (isOff) event.preventDefault();
        else props.onClick?.();
      }}
    >
      {props.children}
    </GovButton>
  );
};

interface ButtonLinkProps extends Pick<ButtonProps, "children" | "look" | "size"> {
  to: string;
  state?: unknown;
  /** Read after the words that are seen, where several links have the same. */
  about?: string;
}

/** A link to another page that looks like a button. */
export const ButtonLink = ({ to, state, look = "solid", size = "m", about, children }: ButtonLinkProps) => (
  <span className="gov-button" data-size={size} data-color="primary" data-type={look}>
    <Link className="element" to={to} state={state}>
      <span>
        {children}
        {about !== undefined && <span className="visually-hidden"> {about}</span>}
      </span>
    </Link>
  </span>
);

import { type ReactNode, useEffect, useRef } from "react";
import { Button } from "./button.tsx";

interface ConfirmDialogProps {
  title: string;
  children: ReactNode;
  confirm: string;
  back: string;
  busy?: boolean;
  onConfirm: () => void;
  onBack: () => void;
}

/** Asks before something that can't be taken back. The browser's own dialog keeps the focus inside and closes by Esc. */
export const ConfirmDialog = ({
  title,
  children,
  confirm,
  back,
  busy,
  onConfirm,
  onBack,
}: ConfirmDialogProps) => {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const element = dialog.current;
    element?.showModal();
    return () => element?.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      className="dialog"
      aria-labelledby="dialog-title"
      onCancel={(event) => {
        event.preventDefault();
        onBack();
      }}
    >
      <h2 id="dialog-title">{title}</h2>
      {children}
      <div className="actions">
        <Button color="error" busy={busy === true} onClick={onConfirm}>
          {confirm}
        </Button>
        <Button look="outlined" onClick={onBack}>
          {back}
        </Button>
      </div>
    </dialog>
  );
};

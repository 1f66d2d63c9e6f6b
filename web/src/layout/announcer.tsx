import { createContext, type ReactNode, useCallback, useContext, useState } from "react";

const Context = createContext<(text: string) => void>(() => {});

/** One live region for the whole app: what happens without a change of page is said here. */
export const Announcer = ({ children }: { children: ReactNode }) => {
  const [text, setText] = useState("");
  const announce = useCallback((next: string) => {
    setText("");
    // An unchanged text would not be read again.
    setTimeout(() => setText(next), 50);
  }, []);
  return (
    <Context value={announce}>
      {children}
      <div className="visually-hidden" aria-live="polite" aria-atomic="true">
        {text}
      </div>
    </Context>
  );
};

export const useAnnounce = () => useContext(Context);

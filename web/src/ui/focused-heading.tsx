import { type ReactNode, useEffect, useRef } from "react";

/** Takes the focus each time that it is made anew: what stands below it has changed. */
export const FocusedHeading = ({ id, children }: { id?: string; children: ReactNode }) => {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <h2 id={id} ref={heading} tabIndex={-1}>
      {children}
    </h2>
  );
};

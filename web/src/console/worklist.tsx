import type { ReactNode } from "react";

interface WorklistProps {
  label: string;
  columns: readonly string[];
  /** Of the column of buttons, where there is one: read, not seen. */
  acts?: string | undefined;
  children: ReactNode;
}

/** A table as wide as it has to be: on a narrow screen it alone scrolls, also by the keyboard. */
export const Worklist = ({ label, columns, acts, children }: WorklistProps) => (
  // What scrolls has to be reached without a mouse (WCAG 2.1.1).
  // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
  <div className="table-frame" tabIndex={0} role="region" aria-label={label}>
    <table className="worklist">
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column} scope="col">
              {column}
            </th>
          ))}
          {acts !== undefined && (
            <th scope="col">
              <span className="visually-hidden">{acts}</span>
            </th>
          )}
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  </div>
);

import { useTexts } from "../language/language.tsx";
import { Icon } from "../ui/icon.tsx";

interface KeyProgressProps {
  /** Names of keys. */
  touched: readonly string[];
  left: readonly string[];
}

/** Where each of several keys is to be touched: how far it is, and which are left. Nothing where any key will do. */
export const KeyProgress = ({ touched, left }: KeyProgressProps) => {
  const { confirmation } = useTexts();
  const all = touched.length + left.length;
  const [only] = left;
  if (only === undefined) return null;
  if (all === 1) return <p>{confirmation.touch(only)}</p>;
  return (
    <>
      <p>
        <output>{confirmation.progress(touched.length, all)}</output>
      </p>
      <ul className="checklist">
        {touched.map((name) => (
          <li key={`touched ${name}`} className="is-met">
            <Icon name="check" />
            {confirmation.touched(name)}
          </li>
        ))}
        {left.map((name) => (
          <li key={`left ${name}`} className="is-left">
            {confirmation.left(name)}
          </li>
        ))}
      </ul>
    </>
  );
};

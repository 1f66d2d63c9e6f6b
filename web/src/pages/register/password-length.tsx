import { useTexts } from "../../language/language.tsx";

const ENOUGH = 10;

/** How far the password is from its least length; longer is better. */
export const PasswordLength = ({ length }: { length: number }) => {
  const { register } = useTexts();
  if (length === 0) return null;
  return (
    <div className={length < ENOUGH ? "length-meter" : "length-meter length-enough"}>
      <meter min={0} max={ENOUGH} value={Math.min(length, ENOUGH)} aria-label={register.password} />
      <span aria-live="polite">{register.passwordLength(length)}</span>
    </div>
  );
};

import { useTexts } from "../../language/language.tsx";

/** Where the user is in the registration. */
export const RegistrationSteps = ({ current }: { current: number }) => {
  const { register } = useTexts();
  return (
    <ol className="steps" aria-label={register.step(current, register.steps.length)}>
      {register.steps.map((label, index) => (
        <li
          key={label}
          className={index + 1 < current ? "step-done" : index + 1 === current ? "step-current" : "step-next"}
          aria-current={index + 1 === current ? "step" : undefined}
        >
          <span className="step-number" aria-hidden="true">
            {index + 1}
          </span>
          {label}
        </li>
      ))}
    </ol>
  );
};

import { useTexts } from "../language/language.tsx";

export const Loading = ({ children }: { children?: string }) => {
  const { common } = useTexts();
  return (
    <output className="loading">
      <span className="spinner" aria-hidden="true" />
      {children ?? common.loading}
    </output>
  );
};

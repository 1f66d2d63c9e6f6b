import { Component, type ReactNode } from "react";
import { useTexts } from "../language/language.tsx";
import { Button } from "../ui/button.tsx";
import { Page } from "./page.tsx";

/** A page that could not be loaded or drawn says so, and keeps the header and the helpdesk's numbers in reach. */
export class FailureBoundary extends Component<{ children: ReactNode }, { hasFailed: boolean }> {
  override state = { hasFailed: false };

  static getDerivedStateFromError = () => ({ hasFailed: true });

  override render(): ReactNode {
    return this.state.hasFailed ? <FailurePage /> : this.props.children;
  }
}

const FailurePage = () => {
  const { errors, common } = useTexts();
  return (
    <Page title={errors.unexpected.title}>
      <p>{errors.unexpected.detail}</p>
      <div className="actions">
        <Button onClick={() => window.location.reload()}>{common.retry}</Button>
      </div>
    </Page>
  );
};

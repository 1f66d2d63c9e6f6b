import { lazy, useState } from "react";
import { Route, Routes } from "react-router";
import { NotFoundPage } from "../not-found.tsx";
import { emptyDraft } from "./draft.ts";
import { RegisterPage } from "./register-page.tsx";

const PinPage = lazy(async () => ({ default: (await import("./pin-page.tsx")).PinPage }));

/** The steps of a registration. What was typed lives as long as the user stays in them. */
export const Registration = () => {
  const [draft, setDraft] = useState(emptyDraft);
  return (
    <Routes>
      <Route index element={<RegisterPage draft={draft} onSent={setDraft} />} />
      <Route path="email-pin" element={<PinPage key="email" step="email" />} />
      <Route path="phone-pin" element={<PinPage key="phone" step="phone" />} />
      <Route path="*" element={<NotFoundPage />} />
    </Routes>
  );
};

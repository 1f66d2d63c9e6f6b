import { addresses } from "virtual:contract-addresses";
import type { ReactNode } from "react";
import { fillPath } from "../../api/client.ts";
import { forgetLogin } from "../../service-login/waiting.ts";
import { Button } from "../../ui/button.tsx";

interface CarryProps {
  id: string;
  route: "answerServiceLogin" | "refuseServiceLogin";
  fields: Readonly<Record<string, string>>;
  look?: "solid" | "outlined" | "base";
  children: ReactNode;
}

/** A button that leaves the app: the browser itself carries the answer to the service. */
export const Carry = ({ id, route, fields, look = "solid", children }: CarryProps) => (
  <form method="post" action={fillPath(addresses[route][1], { id })} onSubmit={forgetLogin}>
    {Object.entries(fields).map(([name, value]) => (
      <input key={name} type="hidden" name={name} value={value} />
    ))}
    <Button submits look={look}>
      {children}
    </Button>
  </form>
);

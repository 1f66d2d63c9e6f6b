import check from "@gov-design-system-ce/icons/lib/components/check-lg.svg?raw";
import chevron from "@gov-design-system-ce/icons/lib/components/chevron-down.svg?raw";
import cross from "@gov-design-system-ce/icons/lib/components/x-lg.svg?raw";
import external from "@gov-design-system-ce/icons/lib/components/box-arrow-up-right.svg?raw";
import eye from "@gov-design-system-ce/icons/lib/components/eye.svg?raw";
import info from "@gov-design-system-ce/icons/lib/components/info-circle.svg?raw";
import warning from "@gov-design-system-ce/icons/lib/components/exclamation-triangle-fill.svg?raw";
import { lock } from "./lock.ts";

const icons = { check, chevron, cross, external, eye, info, lock, warning };
export type IconName = keyof typeof icons;

/** A picture beside words that say the same: hidden from assistive technologies. */
export const Icon = ({ name, className }: { name: IconName; className?: string }) => (
  <span
    className={className === undefined ? "icon" : `icon ${className}`}
    aria-hidden="true"
    // The drawing comes from the design system at build time.
    dangerouslySetInnerHTML={{ __html: icons[name] }}
  />
);

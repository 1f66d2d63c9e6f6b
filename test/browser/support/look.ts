import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";
import { expect } from "vitest";

const pictures = process.env["NIA_LINK_PICTURES"];

/** Nothing that axe finds, nothing that is cut off sideways; keeps a picture where a folder is named for it. */
export const look = async (page: Page, name: string): Promise<void> => {
  // What is being loaded is not the page yet.
  await page.locator(".loading").first().waitFor({ state: "detached" });
  if (pictures !== undefined) {
    mkdirSync(pictures, { recursive: true });
    await page.screenshot({ path: join(pictures, `${name}.png`), fullPage: true });
  }
  const { violations } = await new AxeBuilder({ page })
    .withTags(["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"])
    .analyze();
  const found = violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => String(target)).join(", ")}`,
  );
  expect({ page: name, found }).toEqual({ page: name, found: [] });
  const overflow = await page.evaluate(
    "document.documentElement.scrollWidth - document.documentElement.clientWidth",
  );
  expect({ page: name, overflow }).toEqual({ page: name, overflow: 0 });
};

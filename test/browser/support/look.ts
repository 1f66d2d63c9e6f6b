import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";
import { expect } from "vitest";

const pictures = process.env["NIA_LINK_PICTURES"];

/** Nothing that axe finds, nothing that is cut off sideways, be the page as wide as it is or 320 px; keeps a picture where a folder is named for it. */
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
  expect({ page: name, overflow: await overflowOf(page) }).toEqual({ page: name, overflow: 0 });
  expect({ page: name, at320: await overflowAt320(page) }).toEqual({ page: name, at320: 0 });
};

const overflowOf = async (page: Page): Promise<number> =>
  await page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");

/** Reflow (WCAG 1.4.10): 320 CSS px is what is left of 1280 at 400 %, more than at 200 %. */
const overflowAt320 = async (page: Page): Promise<number> => {
  const size = page.viewportSize() ?? { width: 1280, height: 900 };
  await page.setViewportSize({ width: 320, height: 640 });
  const overflow = await overflowOf(page);
  await page.setViewportSize(size);
  return overflow;
};

import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect } from "../fixtures/app-test.ts";

/**
 * Expects that axe-core finds nothing, and nothing to scroll sideways to. Dark mode changes nothing but colours, so that
 * it is checked for contrast only.
 */
export async function expectAccessible(page: Page): Promise<void> {
  await page.emulateMedia({ colorScheme: "light" });
  await expectNoViolations(axe(page));
  await page.emulateMedia({ colorScheme: "dark" });
  await expectContrast(page);
  // Less, where room is kept for a scrollbar.
  const { scrollWidth, clientWidth } = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return { scrollWidth, clientWidth };
  });
  expect(scrollWidth).toBeLessThanOrEqual(clientWidth);
}

/** Expects enough contrast of every text, in the mode that the page is in. */
export async function expectContrast(page: Page): Promise<void> {
  await expectNoViolations(axe(page).withRules(["color-contrast"]));
}

function axe(page: Page): AxeBuilder {
  // The mode that is not legacy opens a page of its own, which Electron does not support.
  return new AxeBuilder({ page }).setLegacyMode();
}

async function expectNoViolations(builder: AxeBuilder): Promise<void> {
  const { violations } = await builder.analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`)).toEqual([]);
}

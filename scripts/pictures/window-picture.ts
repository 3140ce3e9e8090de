import type { Page } from "@playwright/test";

export const themes = ["light", "dark"] as const;
export type Theme = (typeof themes)[number];

/** Takes pictures of the window's content in both themes. */
export async function pictureWindow(page: Page, fileOf: (theme: Theme) => string): Promise<void> {
  // Moves the pointer away, so that no element has its hover style.
  await page.mouse.move(0, 0);
  for (const colorScheme of themes) {
    // Everything stands still, except for a line that shows a time: Playwright's "disabled" would bring that to its end.
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    // The window follows its page, up to 640 px (main/window/page-height.ts).
    await page.waitForFunction(() => innerHeight >= Math.min(640, document.documentElement.scrollHeight));
    await page.screenshot({ path: fileOf(colorScheme) });
  }
  await page.emulateMedia({ colorScheme: null, reducedMotion: null });
}

import type { Page } from "@playwright/test";
import type { TrayApp } from "./tray-app.ts";

type View = Awaited<ReturnType<Window["verifikTray"]["getView"]>>;

/** Sends the window a view as main does, and waits until the window shows it. Main's next view replaces it. */
export async function showView({ electron }: Pick<TrayApp, "electron">, page: Page, view: View): Promise<void> {
  await page.evaluate(() => {
    const shown = new Promise((resolve) => {
      const stop = window.verifikTray.onViewChanged(() => {
        stop();
        requestAnimationFrame(() => requestAnimationFrame(resolve));
      });
    });
    Object.assign(window, { shown });
  });
  await electron.evaluate(
    ({ BrowserWindow }, sent) => BrowserWindow.getAllWindows()[0]?.webContents.send("view-changed", sent),
    view,
  );
  await page.evaluate(() => (window as unknown as { readonly shown: Promise<unknown> }).shown);
}

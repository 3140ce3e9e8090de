import type { Clip } from "../../desktop-lab/desktop/screenshot.ts";
import { DEFAULT_TIMEOUT_MS, waitUntil } from "../../desktop-lab/process/condition.ts";
import { panelHeightPx } from "./panel-configuration.ts";
import { type PanelDesktop, screenSizePx } from "./panel-desktop.ts";
import { scale } from "./picture-file.ts";
import { regularly } from "./screen.ts";

/** The window title of panel plug-ins with their own process, such as the tray. */
const pluginTitle = "wrapper-2.0";

/** The width of one icon in the panel. */
const iconWidthPx = 22 * scale;

/** In CSS pixels: the longest menu ends above the first, and a menu with its submenu is narrower than the second. */
const menuEndPx = 368;
const submenuWidthPx = 570;
/** Presses of the Down key, which skips disabled items. */
const stepsToSubmenu = 2;

/** Parts of the upper right corner, where everything opens. A tooltip is less high than a menu. */
const tooltipCorner = corner(0, 92);
const menuCorner = corner(0, menuEndPx);
const submenuCorner = corner(0, menuEndPx, submenuWidthPx);
// As high as a menu, because the page shows the two side by side.
const notificationCorner = menuCorner;
const belowPanel = corner(panelHeightPx + 4, menuEndPx, submenuWidthPx);
const menuOnly = corner(100, menuEndPx);
const besideMenu = { ...submenuCorner, width: submenuCorner.width - menuCorner.width };

interface Shot {
  readonly open: () => Promise<void>;
  /** The area that changes when it opens. */
  readonly covered: Clip;
  readonly clip: Clip;
  readonly close: () => Promise<void>;
}

/** Opens tooltip, menu and notification of the one icon in the panel, as a person does, and takes pictures of them. */
export class PanelCamera {
  readonly #desktop: PanelDesktop;

  constructor(desktop: PanelDesktop) {
    this.#desktop = desktop;
  }

  /** Waits until the icon has left the panel, so that the next app's icon is alone. */
  async waitUntilIconIsGone(): Promise<void> {
    await this.#waitForTray(({ width }) => width < iconWidthPx);
  }

  takeTooltip(): Promise<Buffer> {
    return this.#take({
      open: () => this.#pointAtIcon(),
      covered: belowPanel,
      clip: tooltipCorner,
      close: () => this.#pointAway(),
    });
  }

  takeMenu(): Promise<Buffer> {
    return this.#take({
      open: () => this.#openMenu(),
      covered: menuOnly,
      clip: menuCorner,
      close: () => this.#closeMenus(1),
    });
  }

  /** The menu with a valid token, and the submenu of "Copy as". */
  takeSubmenu(): Promise<Buffer> {
    const { input, screen } = this.#desktop;
    return this.#take({
      open: async () => {
        const bare = await screen.read(menuOnly);
        await this.#openMenu();
        await screen.waitUntil(menuOnly, (png) => !png.equals(bare), "the menu has not opened");
        await screen.settled(menuOnly);
        for (let step = 0; step < stepsToSubmenu; step += 1) await input.press("Down");
        await input.press("Right");
      },
      covered: besideMenu,
      clip: submenuCorner,
      close: () => this.#closeMenus(2),
    });
  }

  /** Takes the notification that `cause` leads to, and dismisses it. */
  takeNotification(cause: () => Promise<void>): Promise<Buffer> {
    return this.#take({
      open: cause,
      covered: belowPanel,
      clip: notificationCorner,
      close: async () => {
        await this.#desktop.input.movePointer(screenSizePx.width - 100 * scale, (panelHeightPx + 40) * scale);
        await this.#desktop.input.rightClick();
        await this.#pointAway();
      },
    });
  }

  /** Takes a picture, and waits until the corner is as before. */
  async #take({ open, covered, clip, close }: Shot): Promise<Buffer> {
    const { screen } = this.#desktop;
    await this.#waitForTray(({ width }) => width >= iconWidthPx);
    const bare = await screen.settled(belowPanel);
    const uncovered = await screen.read(covered);
    await open();
    await screen.waitUntil(covered, (png) => !png.equals(uncovered), "nothing has opened");
    const picture = await screen.settled(clip);
    await close();
    await screen.waitUntil(belowPanel, (png) => png.equals(bare), "the corner is not as before");
    return picture;
  }

  async #openMenu(): Promise<void> {
    await this.#pointAtIcon();
    await this.#desktop.input.rightClick();
  }

  async #closeMenus(open: number): Promise<void> {
    for (let left = open; left > 0; left -= 1) await this.#desktop.input.press("Escape");
    await this.#pointAway();
  }

  #pointAway(): Promise<void> {
    return this.#desktop.input.movePointer(screenSizePx.width / 4, screenSizePx.height / 2);
  }

  /** Points at the icon's lower right, which keeps the icon visible. */
  async #pointAtIcon(): Promise<void> {
    const { x, y, width, height } = await this.#waitForTray((tray) => tray.width >= iconWidthPx);
    await this.#desktop.input.movePointer(x + width - 5 * scale, y + height - 9 * scale);
  }

  async #waitForTray(holds: (tray: Clip) => boolean): Promise<Clip> {
    const { input } = this.#desktop;
    const nowhere = { x: 0, y: 0, width: 0, height: 0 };
    return waitUntil({
      read: async () => (await input.windowPlace(pluginTitle)) ?? nowhere,
      holds,
      subscribe: regularly,
      describeState: (last) => `the panel's tray is not as expected; it is at ${JSON.stringify(last)}`,
      timeoutMs: DEFAULT_TIMEOUT_MS,
    });
  }
}

/** Parameters in CSS pixels. */
function corner(fromY: number, toY: number, widthPx = 380): Clip {
  const width = widthPx * scale;
  return { x: screenSizePx.width - width, y: fromY * scale, width, height: (toY - fromY) * scale };
}

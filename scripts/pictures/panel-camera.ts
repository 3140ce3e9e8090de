import type { Clip } from "../../desktop-lab/desktop/screenshot.ts";
import { DEFAULT_TIMEOUT_MS, waitUntil } from "../../desktop-lab/process/condition.ts";
import { panelHeightPx } from "./panel-configuration.ts";
import { type PanelDesktop, screenSizePx } from "./panel-desktop.ts";
import { scale } from "./picture-file.ts";
import { often } from "./screen.ts";

/** The title of the windows in which the panel shows plug-ins that run in a process of their own, as the tray does. */
const pluginTitle = "wrapper-2.0";

/** Of one icon in the panel. */
const iconWidthPx = 22 * scale;

/** Of the page: what the longest menu ends above, and as much as it takes with a submenu beside it. */
const menuEndPx = 368;
const submenuWidthPx = 570;
/** Presses of the Down key; what cannot be chosen is passed over. */
const stepsToSubmenu = 2;

/** The upper right corner, where everything opens. A tooltip ends above where the second half of a menu begins. */
const tooltipCorner = corner(0, 92);
const menuCorner = corner(0, menuEndPx);
const submenuCorner = corner(0, menuEndPx, submenuWidthPx);
// As high as a menu, because the two stand side by side.
const notificationCorner = menuCorner;
const belowPanel = corner(panelHeightPx + 4, menuEndPx, submenuWidthPx);
const menuOnly = corner(100, menuEndPx);
const besideMenu = { ...submenuCorner, width: submenuCorner.width - menuCorner.width };

interface Shot {
  readonly open: () => Promise<void>;
  /** What opens covers some of this. */
  readonly covered: Clip;
  readonly clip: Clip;
  readonly close: () => Promise<void>;
}

/** Opens what belongs to the one icon in the panel, as a person does, and takes pictures of it. */
export class PanelCamera {
  readonly #desktop: PanelDesktop;

  constructor(desktop: PanelDesktop) {
    this.#desktop = desktop;
  }

  /** The next app's icon would be beside it. */
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

  /** The menu of a token that can be used, with what "Copy as" opens. */
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

  /** Waits for the notification that comes of `cause`, and dismisses it afterwards. */
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

  /** Leaves the corner as it was. */
  async #take({ open, covered, clip, close }: Shot): Promise<Buffer> {
    const { screen } = this.#desktop;
    await this.#waitForTray(({ width }) => width >= iconWidthPx);
    const bare = await screen.settled(belowPanel);
    const uncovered = await screen.read(covered);
    await open();
    await screen.waitUntil(covered, (png) => !png.equals(uncovered), "nothing has opened");
    const picture = await screen.settled(clip);
    await close();
    await screen.waitUntil(belowPanel, (png) => png.equals(bare), "what was open does not close");
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

  /** At its lower right, so that the pointer leaves it visible. */
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
      subscribe: often,
      describeState: (last) => `the panel's tray does not become as waited for; it is at ${JSON.stringify(last)}`,
      timeoutMs: DEFAULT_TIMEOUT_MS,
    });
  }
}

/** In pixels of the page that shows the picture. */
function corner(fromY: number, toY: number, widthPx = 380): Clip {
  const width = widthPx * scale;
  return { x: screenSizePx.width - width, y: fromY * scale, width, height: (toY - fromY) * scale };
}

import { DEFAULT_TIMEOUT_MS, waitUntil } from "../../tests/desktop/condition.ts";
import type { Clip } from "../../tests/desktop/screenshot.ts";
import { panelHeightPx } from "./panel-configuration.ts";
import { type PanelDesktop, screenSizePx } from "./panel-desktop.ts";
import { scale } from "./picture-file.ts";
import { often } from "./screen.ts";

/** The title of the windows in which the panel shows plug-ins that run in a process of their own, as the tray does. */
const pluginTitle = "wrapper-2.0";

/** Of one icon in the panel. */
const iconWidthPx = 22 * scale;

/** The upper right corner, where everything opens. A tooltip ends above where the second half of a menu begins. */
const tooltipCorner = corner(0, 92);
const menuCorner = corner(0, 262);
// As high as a menu, because the two stand side by side.
const notificationCorner = menuCorner;
const belowPanel = corner(panelHeightPx + 4, 262);
const menuOnly = corner(100, 262);

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
      open: async () => {
        await this.#pointAtIcon();
        await this.#desktop.input.rightClick();
      },
      covered: menuOnly,
      clip: menuCorner,
      close: async () => {
        await this.#desktop.input.press("Escape");
        await this.#pointAway();
      },
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
      describe: (last) => `the panel's tray does not become as waited for; it is at ${JSON.stringify(last)}`,
      timeoutMs: DEFAULT_TIMEOUT_MS,
    });
  }
}

/** In pixels of the page that shows the picture. */
function corner(fromY: number, toY: number): Clip {
  const width = 380 * scale;
  return { x: screenSizePx.width - width, y: fromY * scale, width, height: (toY - fromY) * scale };
}

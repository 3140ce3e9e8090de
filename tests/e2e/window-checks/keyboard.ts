import type { Page } from "@playwright/test";

interface Stop {
  /** Among all that can take the focus; `undefined` for the window as a whole. */
  readonly index: number | undefined;
  readonly shown: string;
  readonly rect: { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number };
  /** It scrolls with the page, so that its place says something about the others. */
  readonly inFlow: boolean;
  readonly isSeen: boolean;
  readonly showsFocus: boolean;
}

/** More than any screen has. */
const mostStops = 60;

/**
 * What is wrong for somebody who has only a keyboard: a control that Tab does not reach, that is not seen or does not show
 * the focus, or that comes after what stands below it or behind it in the line. Names are axe-core's matter.
 */
export async function keyboardFaults(page: Page): Promise<string[]> {
  const controls = await goBeforeFirst(page);
  const stops: Stop[] = [];
  while (stops.length < mostStops) {
    await page.keyboard.press("Tab");
    const stop = await currentStop(
      page,
      controls.map(({ look }) => look),
    );
    if (stop.index === undefined || stops.some(({ index }) => index === stop.index)) break;
    stops.push(stop);
  }

  return [
    ...controls
      .filter((_, control) => !stops.some(({ index }) => index === control))
      .map(({ shown }) => `Tab does not reach ${shown}`),
    ...stops.filter(({ isSeen }) => !isSeen).map(({ shown }) => `${shown} takes the focus, but is not seen`),
    ...stops.filter(({ showsFocus }) => !showsFocus).map(({ shown }) => `${shown} does not show the focus`),
    ...stops.flatMap((stop, position) => {
      const previous = stops[position - 1];
      return previous && comesBefore(stop, previous) ? [`${stop.shown} comes after ${previous.shown}`] : [];
    }),
  ];
}

/** Puts the focus before everything; answers all that can take it, and how each looks without it. */
function goBeforeFirst(page: Page): Promise<{ readonly shown: string; readonly look: string }[]> {
  return page.evaluate(async () => {
    // Behind a modal dialog nothing takes the focus.
    const root = document.querySelector<HTMLElement>("dialog:modal") ?? document.body;
    // Tab closes a menu.
    document.querySelector<HTMLElement>(":popover-open")?.hidePopover();
    root.tabIndex = -1;
    root.focus();
    root.removeAttribute("tabindex");
    // A list may close, and a mark of the focus go.
    await new Promise(requestAnimationFrame);
    const controls = [
      ...root.querySelectorAll<HTMLElement>(":is(button, input, select, textarea):enabled, [href], [tabindex='0']"),
    ].filter((control) => control.checkVisibility());
    // A field may show its focus by its frame, or by what it lies over, such as a cell. Other controls show it themselves.
    const liesOver = (control: Element, other: Element) => {
      const [above, below] = [control.getBoundingClientRect(), other.getBoundingClientRect()];
      return below.left >= above.left - 1 && below.right <= above.right + 1 && below.height <= above.height + 2;
    };
    const shownBy = (control: Element) => {
      const frame = control.parentElement;
      if (!frame || !control.matches("input, select")) return [control];
      return [control, frame, ...[...frame.children].filter((other) => liesOver(control, other))];
    };
    const lookOf = (control: Element) =>
      shownBy(control)
        .map((element) => getComputedStyle(element))
        .map(({ outlineStyle, outline, boxShadow }) => `${outlineStyle === "none" ? "" : outline} / ${boxShadow}`)
        .join();
    Object.assign(window, { lookOf });
    return controls.map((control, index) => {
      control.dataset.stop = String(index);
      return { shown: control.outerHTML.slice(0, 120), look: lookOf(control) };
    });
  });
}

function currentStop(page: Page, looks: readonly string[]): Promise<Stop> {
  return page.evaluate((unfocused) => {
    const focused = document.activeElement as HTMLElement;
    const { left, right, top, bottom } = focused.getBoundingClientRect();
    const index = focused.dataset.stop === undefined ? undefined : Number(focused.dataset.stop);
    const under = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
    const look = (window as unknown as { lookOf: (control: Element) => string }).lookOf(focused);
    return {
      index,
      shown: focused.outerHTML.slice(0, 120),
      rect: { left, right, top: top + scrollY, bottom: bottom + scrollY },
      inFlow: getComputedStyle(focused.closest(".bar, main, footer, aside") ?? focused).position !== "sticky",
      isSeen: under !== null && focused.contains(under),
      showsFocus: look !== unfocused[index ?? -1],
    };
  }, looks);
}

/** In the order of reading: lines from above to below, from left to right in a line. */
function comesBefore({ rect: one, inFlow }: Stop, { rect: other, inFlow: otherToo }: Stop): boolean {
  if (!inFlow || !otherToo) return false;
  const isAbove = one.bottom <= other.top + 1;
  const sharesLine = one.top < other.bottom && other.top < one.bottom;
  return isAbove || (sharesLine && one.right <= other.left + 1);
}

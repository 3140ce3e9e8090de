import type { Page } from "@playwright/test";

/**
 * The elements that are not where a mirror would show them once the window's direction is turned around. The texts stay, so
 * that everything is as wide as before; what has a direction of its own keeps it.
 */
export function mirrorFaults(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const slackPx = 1.5;
    const root = document.documentElement;
    const elements = [...document.querySelectorAll("#window *")].filter(
      (element) =>
        element.checkVisibility({ visibilityProperty: true }) &&
        getComputedStyle(element).display !== "inline" &&
        element.closest("[dir], .visually-hidden") === null &&
        element.parentElement?.closest("svg, select") === null,
    );
    const edges = (element: Element) => {
      const { left, right } = element.getBoundingClientRect();
      const frame = document.body.getBoundingClientRect();
      return { fromLeft: left - frame.left, fromRight: frame.right - right };
    };

    const before = elements.map(edges);
    root.dir = "rtl";
    const after = elements.map(edges);
    root.removeAttribute("dir");
    return elements.flatMap((element, index) => {
      const was = before[index]?.fromLeft ?? 0;
      const is = after[index]?.fromRight ?? 0;
      if (Math.abs(was - is) <= slackPx) return [];
      const name = `<${element.localName} class="${element.getAttribute("class") ?? ""}">`;
      return [`${name} “${element.textContent?.slice(0, 40)}”: ${was} px from its start, mirrored ${is} px`];
    });
  });
}

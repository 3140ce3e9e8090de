import type { Page } from "@playwright/test";

/**
 * What does not fit: texts and controls that stick out of the window or of what frames them, that are cut off, or that lie
 * over each other. One line for each.
 */
export function layoutFaults(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    interface Box {
      readonly element: Element;
      readonly text: string | undefined;
      readonly rect: DOMRect;
      /** What it moves with, in front of the rest. */
      readonly layer: Element | undefined;
    }
    /** Pixels; positions are fractions, and a line of text is measured higher than its letters are. */
    const slack = { across: 1, down: 3 };

    const windowWidth = document.documentElement.clientWidth;
    const boxes = visibleBoxes();
    return [
      ...(document.documentElement.scrollWidth > windowWidth ? ["the window scrolls sideways"] : []),
      ...boxes
        .filter(({ rect, text }) => {
          // A scrollbar may take the margin that a control's box has around its drawing, also from right to left.
          const beyond = 1 + (text === undefined ? innerWidth - windowWidth : 0);
          return rect.left < -beyond || rect.right > windowWidth + beyond;
        })
        .map(tell("sticks out of the window")),
      ...boxes.filter(({ text }) => text !== undefined).flatMap(outOfFrame),
      ...overlaps(),
    ];

    function visibleBoxes(): Box[] {
      const found: Box[] = [];
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const element = node instanceof Element ? node : node.parentElement;
        if (!element?.checkVisibility({ visibilityProperty: true }) || element.closest(".visually-hidden")) continue;
        if (node instanceof Text) {
          if (node.data.trim() === "") continue;
          const range = document.createRange();
          range.selectNodeContents(node);
          // A server's own words are kept to two lines on purpose.
          const lowest = (element.closest(".server-words")?.getBoundingClientRect().bottom ?? Infinity) + slack.down;
          for (const rect of range.getClientRects()) {
            if (rect.bottom <= lowest) found.push({ element, text: node.data, rect, layer: layerOf(element) });
          }
        } else if (element.matches("button, input, select, canvas, img, svg")) {
          const { pointerEvents, opacity, color } = getComputedStyle(element);
          // What lets clicks through is meant to lie over a control.
          if (pointerEvents === "none") continue;
          // A field that draws nothing lies over what shows it, and over nothing else.
          const drawsNothing = opacity === "0" || color === "rgba(0, 0, 0, 0)";
          const owner = (drawsNothing && element.parentElement) || element;
          found.push({
            element: owner,
            text: undefined,
            rect: element.getBoundingClientRect(),
            layer: layerOf(element),
          });
        }
      }
      return found.filter(({ element, rect }) => rect.width > 0 && rect.height > 0 && !isScrolledOut(element, rect));
    }

    /** Behind what stands above or below a list that scrolls. */
    function isScrolledOut(element: Element, rect: DOMRect): boolean {
      const list = element.closest("[role=listbox]")?.getBoundingClientRect();
      return list !== undefined && (rect.bottom <= list.top + slack.down || rect.top >= list.bottom - slack.down);
    }

    function outOfFrame(box: Box): string[] {
      const { element, rect } = box;
      let isOwn = true;
      for (let frame: Element | null = element; frame && frame !== document.body; frame = frame.parentElement) {
        const style = getComputedStyle(frame);
        if (style.display === "inline") continue;
        if (isOwn || isDrawn(style)) {
          const edge = frame.getBoundingClientRect();
          if (rect.left < edge.left - slack.across || rect.right > edge.right + slack.across) {
            return [tell(`sticks out of ${name(frame)} sideways`)(box)];
          }
          if (style.overflowY === "auto") return [];
          if (rect.top < edge.top - slack.down || rect.bottom > edge.bottom + slack.down) {
            return [tell(`sticks out of ${name(frame)}`)(box)];
          }
        }
        isOwn = false;
      }
      return [];
    }

    /** The element has a visible border or background, or clips its content. */
    function isDrawn(style: CSSStyleDeclaration): boolean {
      const { borderStyle, borderColor, backgroundColor, overflow } = style;
      const clear = "rgba(0, 0, 0, 0)";
      return (borderStyle !== "none" && borderColor !== clear) || backgroundColor !== clear || overflow !== "visible";
    }

    function overlaps(): string[] {
      return boxes.flatMap((first, index) =>
        boxes
          .slice(index + 1)
          .filter(
            (second) =>
              !first.element.contains(second.element) &&
              !second.element.contains(first.element) &&
              first.layer === second.layer &&
              Math.min(first.rect.right, second.rect.right) - Math.max(first.rect.left, second.rect.left) >
                slack.across &&
              Math.min(first.rect.bottom, second.rect.bottom) - Math.max(first.rect.top, second.rect.top) > slack.down,
          )
          .map((second) => `${shown(first)} overlaps ${shown(second)}`),
      );
    }

    /** A list that is open, or a header that stays: meant to cover what is behind it. */
    function layerOf(element: Element): Element | undefined {
      for (let above: Element | null = element; above; above = above.parentElement) {
        if (/fixed|sticky/.test(getComputedStyle(above).position)) return above;
      }
      return undefined;
    }

    function tell(what: string): (box: Box) => string {
      return (box) => `${shown(box)} ${what}`;
    }

    function shown({ element, text, rect }: Box): string {
      const place = `${Math.round(rect.left)}–${Math.round(rect.right)} × ${Math.round(rect.top)}–${Math.round(rect.bottom)}`;
      return `${text === undefined ? "" : `“${text}” in `}${name(element)} at ${place}`;
    }

    function name(element: Element): string {
      return `<${element.localName}${element.classList.length > 0 ? ` class="${element.getAttribute("class")}"` : ""}>`;
    }
  });
}

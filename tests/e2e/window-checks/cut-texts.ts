import type { Page } from "@playwright/test";

/** The values that are longer than their fields, and the words that are broken within for want of room. */
export function cutTexts(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const slackPx = 1;
    const ruler = document.createElement("canvas").getContext("2d");
    if (!ruler) throw new Error("Nothing to measure texts with.");
    return [...cutInputs(), ...cutChoices(ruler), ...brokenWords()];

    function cutInputs(): string[] {
      return [...document.querySelectorAll("input")]
        .filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth + slackPx)
        .map((input) => `“${input.value}” is cut in ${input.outerHTML.slice(0, 80)}`);
    }

    function cutChoices(context: CanvasRenderingContext2D): string[] {
      return [...document.querySelectorAll("select")].flatMap((select) => {
        const { font, paddingLeft, paddingRight } = getComputedStyle(select);
        const room = select.clientWidth - Number.parseFloat(paddingLeft) - Number.parseFloat(paddingRight);
        const chosen = select.selectedOptions[0]?.text ?? "";
        context.font = font;
        const isCut = context.measureText(chosen).width > room + slackPx;
        return isCut ? [`“${chosen}” is cut in ${select.outerHTML.slice(0, 80)}`] : [];
      });
    }

    function brokenWords(): string[] {
      const broken: string[] = [];
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        // A server may say words of any length; hidden ones are laid out in a pixel.
        if (node.parentElement?.closest(".server-words, .visually-hidden")) continue;
        for (const { 0: word, index } of String(node.nodeValue).matchAll(/[\p{L}\p{N}]+/gu)) {
          const range = document.createRange();
          range.setStart(node, index);
          range.setEnd(node, index + word.length);
          const lines = new Set([...range.getClientRects()].map(({ top }) => Math.round(top)));
          if (lines.size > 1) broken.push(`“${word}” is broken in “${node.nodeValue}”`);
        }
      }
      return broken;
    }
  });
}

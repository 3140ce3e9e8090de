import type { Page } from "@playwright/test";

/** Does `act` while every visible word of the window is another one, and puts the true ones back. */
export async function withPseudoTexts(
  page: Page,
  change: (text: string) => string,
  direction: "ltr" | "rtl",
  act: () => Promise<void>,
): Promise<void> {
  const texts = await page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const found: string[] = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode()) found.push(String(node.nodeValue));
    return found;
  });
  const changed = Object.fromEntries(texts.map((text) => [text, change(text)]));
  const restore = await page.evaluateHandle(
    ([pseudo, dir]) => {
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      const originals: (readonly [Node, string | null])[] = [];
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        // A key or a number of its own direction is no word.
        if (node.parentElement?.closest("[dir=ltr]")) continue;
        originals.push([node, node.nodeValue]);
        node.nodeValue = pseudo[String(node.nodeValue)] ?? node.nodeValue;
      }
      document.documentElement.dir = dir;
      return () => {
        for (const [node, text] of originals) node.nodeValue = text;
        document.documentElement.removeAttribute("dir");
      };
    },
    [changed, direction] as const,
  );
  try {
    await act();
  } finally {
    await restore.evaluate((putBack) => putBack());
    await restore.dispose();
  }
}

const accents: Readonly<Record<string, string>> = {
  a: "å",
  e: "é",
  i: "ï",
  o: "ö",
  u: "ü",
  c: "ç",
  n: "ñ",
  s: "š",
  y: "ÿ",
};

/** "Cöpÿöñå": every word 60 % longer, with marks above and below the letters. */
export function stretched(text: string): string {
  return text.replace(/\p{L}+/gu, (word) => {
    const marked = word.replace(/./gu, (letter) => accents[letter] ?? letter);
    const missing = Math.ceil(word.length * 0.6);
    return marked + "öñåçê".repeat(missing).slice(0, missing);
  });
}

/** As long as before, in Hebrew and Arabic letters. */
export function rightToLeft(text: string): string {
  const alphabets = ["אבגדהוזחטיכלמנסעפצקרשת", "ابتثجحخدذرزسشصضطظعغفقكلمنهوي"];
  // They take turns, so that both are on every screen.
  let words = 0;
  return text.replace(/\p{L}+/gu, (word) => {
    const alphabet = alphabets[words % 2] ?? "";
    words += 1;
    return word.replace(/./gu, (letter) => alphabet.charAt(letter.charCodeAt(0) % alphabet.length));
  });
}

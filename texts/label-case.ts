/** macOS writes the labels of menus and buttons "Copy Bearer Token", everything else "Copy bearer token". */
export type LabelCase = "title" | "sentence";

/** They stay small within a title, but for the "in" of "log in": https://developer.apple.com/design/human-interface-guidelines/ */
const smallWords = new Set(["a", "an", "and", "as", "at", "for", "of", "or", "the", "to"]);

/** "Renew for one month" as a title: "Renew for One Month". Names and what is in brackets are left as they are. */
export function titleCase(label: string): string {
  const words = label.split(" ");
  return words
    .map((word, index) => {
      const within = index > 0 && index < words.length - 1;
      return within && smallWords.has(word) ? word : word.charAt(0).toUpperCase() + word.slice(1);
    })
    .join(" ");
}

/** The texts with those of the labels in title case. */
export function withTitleCase<Texts extends Readonly<Record<string, unknown>>>(
  texts: Texts,
  labels: readonly (keyof Texts)[],
): Texts {
  const titles = labels.map((key) => [key, titleCase(String(texts[key]))]);
  return { ...texts, ...Object.fromEntries(titles) };
}

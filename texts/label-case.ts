/** Menus and buttons read "Copy Bearer Token" on macOS and "Copy bearer token" elsewhere. */
export type LabelCase = "title" | "sentence";

/** Lower case inside a title. "In" is not here, because "Log In" is a verb: https://developer.apple.com/design/human-interface-guidelines/ */
const smallWords = new Set(["a", "an", "and", "as", "at", "for", "from", "of", "or", "the", "to"]);

/** "Renew for one month" as a title: "Renew for One Month". Only first letters change. */
export function titleCase(label: string): string {
  const words = label.split(" ");
  return words
    .map((word, index) => {
      const within = index > 0 && index < words.length - 1;
      const isHost = /\w\.\w/.test(word);
      return isHost || (within && smallWords.has(word)) ? word : word.charAt(0).toUpperCase() + word.slice(1);
    })
    .join(" ");
}

/** The texts, with the labels in title case. */
export function withTitleCase<Texts extends Readonly<Record<string, unknown>>>(
  texts: Texts,
  labels: readonly (keyof Texts)[],
): Texts {
  const titles = labels.map((key) => [key, titleCase(String(texts[key]))]);
  return { ...texts, ...Object.fromEntries(titles) };
}

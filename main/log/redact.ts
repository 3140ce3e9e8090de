const gone = "[redacted]";

/** What is written between the digits of a number or a code: spaces, brackets, dashes of all kinds, slashes. */
const between = String.raw`[\s()\[\]/\p{Pd}\u2060\u200b-\u200f\u202a-\u202e\u2066-\u2069]`;

const endOfNumber = new RegExp(String.raw`(?:\p{Nd}|${between})+$`, "u");

/** In this order: what ends at a space before what ends at the first odd character. */
const secrets: readonly (readonly [RegExp, string])[] = [
  [/(bearer|basic)(\s+)\S+/giu, `$1$2${gone}`],
  // A value that is called a secret, in JSON, a query or a header.
  [
    /((?:otp|token|secret\w*|phone|jwt\w*|password|authorization)["']?\s*[:=]\s*)(?:"[^"]*"?|'[^']*'?|[^\s,&;}]+)/giu,
    `$1${gone}`,
  ],
  [/[^\s"'<>()=,;:@]{1,64}@[^\s"'<>()=,;@]{1,255}/gu, gone],
  [/data:[^\s"']+/giu, gone],
  [/\$2\w?\$\S*/gu, gone],
  // JWT-like: begins as every JSON object does in base64, also cut short.
  [/eyJ[\w+/=.~-]*/gu, gone],
  [/[\w-]{6,}\.[\w-]{6,}\.[\w-]{4,}/gu, gone],
  // An authenticator's key, also in groups of four.
  [/[A-Z2-7]{4}(?:[ -]?[A-Z2-7]{4}){3,}[A-Z2-7]*/gu, gone],
  [/(?=[a-z]*[2-7])[a-z2-7]{16,}/gu, gone],
  // Anything long that is no word: it has a digit or a capital. Node's names for errors are long words.
  [/(?!ERR_[A-Z_]+(?![\w+/~%-]))(?=[\w+/~%-]*[\p{Lu}\p{Nd}])[\w+/~%-]{20,}/gu, gone],
  // Codes and numbers: six digits or more, however they are grouped. With dots, which versions have too, seven.
  [new RegExp(String.raw`\+?\p{Nd}(?:${between}*\p{Nd}){5,}`, "gu"), gone],
  [new RegExp(String.raw`\+?\p{Nd}(?:[.·]?${between}*\p{Nd}){6,}`, "gu"), gone],
];

/** No entry is so long; the patterns would take their time. */
const longestLine = 2_000;

/** Without the word or number at the end, of which a piece might look like nothing. */
function cut(line: string): string {
  if (line.length <= longestLine) return line;
  return `${line.slice(0, longestLine).replace(/\S*$/, "").replace(endOfNumber, "")}…`;
}

/**
 * The line without what looks like a token, a hash, a key, a number, a code or an address. The second line of defence: the
 * first is that entries have no place for any of it. What looks like a secret and is none goes too.
 */
export function redact(line: string): string {
  // One entry is one line, whatever it holds.
  const flat = cut(line).replace(/[\p{Cc}\u2028\u2029]+/gu, " ");
  return secrets.reduce((text, [pattern, instead]) => text.replace(pattern, instead), flat);
}

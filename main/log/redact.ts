const gone = "[redacted]";

/** Characters between the digits of a number or a code: spaces, brackets, dashes, slashes, invisible marks. */
const between = String.raw`[\s()\[\]/\p{Pd}\u2060\u200b-\u200f\u202a-\u202e\u2066-\u2069]`;

const endOfNumber = new RegExp(String.raw`(?:\p{Nd}|${between})+$`, "u");

/** The order matters: patterns that end at a space come before those that end at the first odd character. */
const secrets: readonly (readonly [RegExp, string])[] = [
  [/(bearer|basic)(\s+)\S+/giu, `$1$2${gone}`],
  // A value with a secret's name, in JSON, a query or a header.
  [
    /((?:otp|token|secret\w*|phone|jwt\w*|password|authorization)["']?\s*[:=]\s*)(?:"[^"]*"?|'[^']*'?|[^\s,&;}]+)/giu,
    `$1${gone}`,
  ],
  [/[^\s"'<>()=,;:@]{1,64}@[^\s"'<>()=,;@]{1,255}/gu, gone],
  [/data:[^\s"']+/giu, gone],
  [/\$2\w?\$\S*/gu, gone],
  // A JWT or a part of one: "eyJ" is the beginning of a JSON object in base64.
  [/eyJ[\w+/=.~-]*/gu, gone],
  [/[\w-]{6,}\.[\w-]{6,}\.[\w-]{4,}/gu, gone],
  // An authenticator's key, also in groups of four.
  [/[A-Z2-7]{4}(?:[ -]?[A-Z2-7]{4}){3,}[A-Z2-7]*/gu, gone],
  [/(?=[a-z]*[2-7])[a-z2-7]{16,}/gu, gone],
  // Any long run with a digit or a capital, except Node's error codes.
  [/(?!ERR_[A-Z_]+(?![\w+/~%-]))(?=[\w+/~%-]*[\p{Lu}\p{Nd}])[\w+/~%-]{20,}/gu, gone],
  // Codes and phone numbers: six digits or more in any grouping; with dots seven, because versions have dots.
  [new RegExp(String.raw`\+?\p{Nd}(?:${between}*\p{Nd}){5,}`, "gu"), gone],
  [new RegExp(String.raw`\+?\p{Nd}(?:[.·]?${between}*\p{Nd}){6,}`, "gu"), gone],
];

/** Longer than any entry. Longer lines are cut, because the patterns would take long. */
const longestLine = 2_000;

/** Also removes the word or number at the cut: a part of a secret may not look like one. */
function cut(line: string): string {
  if (line.length <= longestLine) return line;
  return `${line.slice(0, longestLine).replace(/\S*$/, "").replace(endOfNumber, "")}…`;
}

/**
 * Replaces everything in the line that looks like a token, a hash, a key, a phone number, a code or an address. It prefers to
 * remove too much. This is the second line of defence: `LogEvent` has no place for any of it.
 */
export function redact(line: string): string {
  // One entry stays one line.
  const flat = cut(line).replace(/[\p{Cc}\u2028\u2029]+/gu, " ");
  return secrets.reduce((text, [pattern, instead]) => text.replace(pattern, instead), flat);
}

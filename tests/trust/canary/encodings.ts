/** The encodings in which a value is searched for. */
export const encodings = {
  plain: (value: string) => [Buffer.from(value)],
  "base64, at any of its three alignments": (value: string) => inBase64(Buffer.from(value)),
  "base64 of UTF-16": (value: string) => inBase64(Buffer.from(value, "utf16le")),
  hex: (value: string) => {
    const hex = Buffer.from(value).toString("hex");
    return [Buffer.from(hex), Buffer.from(hex.toUpperCase())];
  },
  "URL-encoded": (value: string) => {
    const every = [...Buffer.from(value)].map((byte) => `%${byte.toString(16).padStart(2, "0")}`).join("");
    return [encodeURIComponent(value), every, every.toUpperCase()].map((text) => Buffer.from(text));
  },
  "UTF-16, little end first": (value: string) => [Buffer.from(value, "utf16le")],
  "UTF-16, big end first": (value: string) => [Buffer.from(value, "utf16le").swap16()],
  reversed: (value: string) => [Buffer.from([...value].reverse().join(""))],
} satisfies Record<string, (value: string) => Buffer[]>;

export type Encoding = keyof typeof encodings;

/** The value inside a longer base64 text, without the characters that also encode its neighbours. */
function inBase64(bytes: Buffer): Buffer[] {
  return [0, 1, 2].flatMap((before) => {
    const whole = Buffer.concat([Buffer.alloc(before), bytes]).toString("base64");
    const first = Math.ceil((before * 4) / 3);
    const last = Math.floor(((before + bytes.length) * 4) / 3);
    const inner = whole.slice(first, last);
    return [inner, inner.replaceAll("+", "-").replaceAll("/", "_")].map((text) => Buffer.from(text));
  });
}

/** Numbers are also written in groups, with a short separator between the digits. */
export function grouped(digits: string): RegExp {
  return new RegExp([...digits].join("(?:\\\\u00a0|%20|&nbsp;|[ ().\\-/\\u00a0\\u00c2]){0,3}"), "g");
}

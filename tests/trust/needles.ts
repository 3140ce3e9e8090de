/** A secret in plain text, in hex, and in base64 at each of the three alignments. */
export function needlesFor(secret: string): string[] {
  const bytes = Buffer.from(secret);
  const base64 = [0, 1, 2].map((before) => {
    const text = Buffer.concat([Buffer.alloc(before), bytes])
      .toString("base64")
      .replaceAll("=", "");
    // The first and last characters also encode bits of the neighbours.
    return text.slice(Math.ceil((before * 8) / 6), -1);
  });
  return [
    secret,
    bytes.toString("hex"),
    ...base64,
    ...base64.map((text) => text.replaceAll("+", "-").replaceAll("/", "_")),
  ];
}

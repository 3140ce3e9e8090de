/** A secret as it may stand in something: as it is, in hex, and in base64 wherever in the text it begins. */
export function needlesFor(secret: string): string[] {
  const bytes = Buffer.from(secret);
  const base64 = [0, 1, 2].map((before) => {
    const text = Buffer.concat([Buffer.alloc(before), bytes])
      .toString("base64")
      .replaceAll("=", "");
    // The first and the last character hold bits of what stands beside it.
    return text.slice(Math.ceil((before * 8) / 6), -1);
  });
  return [
    secret,
    bytes.toString("hex"),
    ...base64,
    ...base64.map((text) => text.replaceAll("+", "-").replaceAll("/", "_")),
  ];
}

import type { Canary, CanaryName } from "./canaries.ts";
import { type Encoding, encodings, grouped } from "./encodings.ts";

export interface Hit {
  readonly canary: CanaryName;
  readonly encoding: Encoding | "grouped digits";
  /** The searched place. */
  readonly place: string;
  /** The printable bytes around the first hit. They may contain the canary, which is worthless after this run. */
  readonly around: string;
}

/** Bytes or a text to search, with a name. */
export interface Haystack {
  readonly place: string;
  readonly content: Buffer | string;
}

interface Needle {
  readonly canary: CanaryName;
  readonly encoding: Encoding;
  readonly bytes: Buffer;
  /** Six digits within a longer number do not count. */
  readonly standsAlone: boolean;
}

/** Searches for every canary in every encoding. Reports one hit for each canary and place. */
export function scan(haystacks: Iterable<Haystack>, canaries: readonly Canary[]): Hit[] {
  const needles = canaries.flatMap(needlesOf);
  const hits: Hit[] = [];
  for (const { place, content } of haystacks) {
    const bytes = typeof content === "string" ? Buffer.from(content) : content;
    for (const needle of needles) {
      const at = indexOf(bytes, needle);
      if (at >= 0) hits.push({ ...told(needle), place, around: around(bytes, at) });
    }
    hits.push(...groupedHits(place, bytes, canaries));
  }
  return hits;
}

function needlesOf({ name, value }: Canary): Needle[] {
  const standsAlone = /^\d{1,8}$/.test(value);
  return (Object.keys(encodings) as Encoding[]).flatMap((encoding) =>
    encodings[encoding](value).map((bytes) => ({ canary: name, encoding, bytes, standsAlone })),
  );
}

function told({ canary, encoding }: Needle): Pick<Hit, "canary" | "encoding"> {
  return { canary, encoding };
}

function indexOf(bytes: Buffer, { bytes: wanted, standsAlone, encoding }: Needle): number {
  for (let at = bytes.indexOf(wanted); at >= 0; at = bytes.indexOf(wanted, at + 1)) {
    const isText = encoding === "plain" || encoding === "reversed";
    if (!standsAlone || !isText) return at;
    if (!isDigit(bytes[at - 1]) && !isDigit(bytes[at + wanted.length])) return at;
  }
  return -1;
}

function isDigit(byte: number | undefined): boolean {
  return byte !== undefined && byte >= 0x30 && byte <= 0x39;
}

function groupedHits(place: string, bytes: Buffer, canaries: readonly Canary[]): Hit[] {
  // Latin-1 turns each byte of any file into one character.
  const text = bytes.toString("latin1");
  return canaries.flatMap(({ name, value }) => {
    if (!/^\d+$/.test(value)) return [];
    const found = [...text.matchAll(grouped(value))].find(
      ({ 0: match, index }) => match !== value && !isDigit(bytes[index - 1]) && !isDigit(bytes[index + match.length]),
    );
    return found ? [{ canary: name, encoding: "grouped digits", place, around: around(bytes, found.index) }] : [];
  });
}

function around(bytes: Buffer, at: number): string {
  return bytes
    .subarray(Math.max(0, at - 40), at + 80)
    .toString("latin1")
    .replace(/[^ -~]/g, "·");
}

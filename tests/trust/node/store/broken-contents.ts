import { truncateSync, writeFileSync } from "node:fs";

export interface BrokenContent {
  readonly name: string;
  readonly problem: "damaged" | "newer";
  /** Writes it in the place of the store's file. */
  readonly put: (path: string) => void;
}

const text = (name: string, content: string | Buffer, problem: "damaged" | "newer" = "damaged"): BrokenContent => ({
  name,
  problem,
  put: (path) => writeFileSync(path, content),
});

const whole = '{"schemaVersion":1,"tokens":{},"keptAside":[],"numbers":{}}';

/** Broken for every store. */
export const brokenContents: readonly BrokenContent[] = [
  text("an empty file", ""),
  text("garbage", "\u0000\u0001not json at all"),
  text("a file that was cut short", whole.slice(0, -9)),
  text("a file that goes on after its end", `${whole}}`),
  text("zeros, as after a power failure", Buffer.alloc(2048)),
  text("text in UTF-16", Buffer.from(`\ufeff${whole}`, "utf16le")),
  text("bytes that are no UTF-8", Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d])),
  text("JSON of another kind", '["a list"]'),
  text("null", "null"),
  text("a number", "1e999"),
  text("JSON that is nested deeper than the stack", "[".repeat(200_000) + "]".repeat(200_000)),
  text("a schema version that is no number", '{"schemaVersion":"1","tokens":{},"keptAside":[]}'),
  { name: "a file of 17 MB", problem: "damaged", put: (path) => writeFileSync(path, Buffer.alloc(17 * 2 ** 20, "[")) },
  {
    name: "a file of a terabyte with nothing in it",
    problem: "damaged",
    put(path) {
      writeFileSync(path, "");
      truncateSync(path, 2 ** 40);
    },
  },
];

/** Broken for the token store only: the settings accept any version, and a wrong field does not spoil the others. */
export const brokenTokenFiles: readonly BrokenContent[] = [
  text("an older schema", '{"schemaVersion":0,"token":"x"}'),
  text("a newer schema", '{"schemaVersion":2,"tokens":[]}', "newer"),
  text(
    "a record without its expiry",
    '{"schemaVersion":1,"tokens":{"http://127.0.0.1":{"ciphertext":"djEx"}},"keptAside":[]}',
  ),
  text("a ciphertext that is no base64", '{"schemaVersion":1,"tokens":{"a":{"ciphertext":"ñ"}},"keptAside":[]}'),
  text("tokens that are a list", '{"schemaVersion":1,"tokens":[1],"keptAside":[]}'),
];

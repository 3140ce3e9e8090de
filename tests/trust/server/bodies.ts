import fc from "fast-check";
import type { Endpoint } from "./calls.ts";
import { answeredSecrets, echoes, envelopes, forms, goodToken } from "./forms.ts";

const keys = [
  ...["data", "data", "accessToken", "token", "message", "code", "error", "QRCode", "secretKey", "_id", "name"],
  ...["email", "credits", "phoneGateway", "expiresAt", "createdAt", "%proto%", "constructor", "toString", "length"],
];
const oddTexts = [
  ...["", " ", "\u0000", "\u202etxet\u2066", "\ud800", "two words", "line\nbreak", "t.o.k\n", "tök", "x".repeat(5000)],
  ...["MissingParameter", "NotFound", "missing origin\n", "data:image/png;base64,AAAA", "javascript:alert(1)", "sms"],
  ...["9999-99-99T99:99:99Z", "2024-05-29T03:41:27.009Z", "+275760-09-13T00:00:00.001Z", goodToken],
];
const oddValues = [
  null,
  true,
  false,
  [],
  {},
  0,
  -1,
  1.5,
  1e308,
  2 ** 53,
  Number.MIN_VALUE,
  [goodToken],
  { a: goodToken },
];

const text = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...oddTexts) },
  { weight: 2, arbitrary: fc.constantFrom(...echoes) },
  { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 60 }) },
);

const { value } = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4, depthSize: "small" },
    text,
    fc.constantFrom(...oddValues),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.array(tie("value"), { maxLength: 4 }),
    fc.dictionary(fc.constantFrom(...keys), tie("value"), { maxKeys: 6 }),
  ),
}));

interface Edit {
  readonly at: number;
  readonly how: "replace" | "delete" | "rename" | "add";
  readonly key: string;
  readonly value: unknown;
}

const edit: fc.Arbitrary<Edit> = fc.record({
  at: fc.nat({ max: 40 }),
  how: fc.constantFrom("replace", "replace", "delete", "rename", "add"),
  key: fc.constantFrom(...keys),
  value,
});

/** The form with a field here and there of another name, type or value, or gone. */
function edited(form: object, edits: readonly Edit[]): unknown {
  const copy: object = structuredClone(form);
  for (const { at, how, key, value } of edits) {
    const places = placesIn(copy);
    const place = places[at % Math.max(1, places.length)];
    if (!place) continue;
    const { holder, name } = place;
    if (how === "add") holder[key] = value;
    else if (how === "replace") holder[name] = value;
    else {
      if (how === "rename") holder[key] = holder[name];
      if (how === "delete" || key !== name) delete holder[name];
    }
  }
  return copy;
}

function placesIn(node: unknown): { holder: Record<string, unknown>; name: string }[] {
  if (typeof node !== "object" || node === null || Array.isArray(node)) return [];
  const holder = node as Record<string, unknown>;
  return Object.keys(holder).flatMap((name) => [{ holder, name }, ...placesIn(holder[name])]);
}

/** A key that no object literal has of its own. */
function toJson(json: unknown): string {
  return (JSON.stringify(json) ?? "").replaceAll('"%proto%"', '"__proto__"');
}

function jsonOf(endpoint: Endpoint): fc.Arbitrary<string> {
  const form = fc.constantFrom(...forms[endpoint]);
  const envelope = fc.constantFrom(...envelopes);
  const edits = fc.array(edit, { minLength: 1, maxLength: 3 });
  const secrets = { otp: answeredSecrets.otpHash, JWTPhrase: answeredSecrets.jwtPhrase };
  return fc.oneof(
    { weight: 4, arbitrary: form.map(toJson) },
    { weight: 6, arbitrary: fc.tuple(form, edits).map(([form, edits]) => toJson(edited(form, edits))) },
    { weight: 3, arbitrary: envelope.map((form) => toJson({ ...form, ...secrets })) },
    { weight: 4, arbitrary: fc.tuple(envelope, edits).map(([form, edits]) => toJson(edited(form, edits))) },
    { weight: 2, arbitrary: text.map((message) => toJson({ code: "Forbidden", message, ...secrets })) },
    { weight: 2, arbitrary: value.map(toJson) },
  );
}

/** 1 MiB and more, of what could be an answer and of what could not. */
const huge = [
  `${toJson({ token: goodToken })}${" ".repeat(1024 * 1024)}`,
  toJson({ data: { message: "x".repeat(1024 * 1024), accessToken: goodToken } }),
  "é".repeat(1024 * 1024),
].map((text) => Buffer.from(text));

function nested(depth: number, open: string, close: string): string {
  return open.repeat(depth) + close.repeat(depth);
}

/** The bytes of an answer's body, before any encoding. */
export function bodyFor(endpoint: Endpoint): fc.Arbitrary<Buffer> {
  const json = jsonOf(endpoint);
  const bytes = (text: fc.Arbitrary<string>) => text.map((text) => Buffer.from(text));
  const depth = fc.integer({ min: 100, max: 20_000 });
  return fc.oneof(
    { weight: 60, arbitrary: bytes(json) },
    {
      weight: 3,
      arbitrary: bytes(fc.constantFrom("", " \n", "null", "[]", '"', "{}", "0", "<!doctype html><h1>Hotel</h1>")),
    },
    {
      weight: 4,
      arbitrary: bytes(fc.tuple(json, fc.nat()).map(([text, cut]) => text.slice(0, cut % (text.length + 1)))),
    },
    { weight: 2, arbitrary: bytes(fc.tuple(json, json).map(([one, other]) => one + other)) },
    { weight: 2, arbitrary: bytes(depth.map((depth) => nested(depth, "[", "]"))) },
    {
      weight: 2,
      arbitrary: bytes(depth.map((depth) => `${nested(depth, '{"data":', "").slice(0, -1)}:1${"}".repeat(depth)}`)),
    },
    {
      weight: 2,
      arbitrary: bytes(
        fc.nat({ max: 600 }).map((digits) => `{"data":{"_id":"a","credits":9${"9".repeat(digits)}e${digits}}}`),
      ),
    },
    { weight: 2, arbitrary: bytes(json.map((text) => `{"data":${text},"data":${text}}`)) },
    { weight: 3, arbitrary: bytes(json.map((text) => `\ufeff${text}`)) },
    { weight: 3, arbitrary: fc.tuple(json, fc.nat(), fc.uint8Array({ minLength: 1, maxLength: 4 })).map(spliced) },
    { weight: 2, arbitrary: fc.uint8Array({ maxLength: 300 }).map((bytes) => Buffer.from(bytes)) },
    { weight: 1, arbitrary: fc.constantFrom(...huge) },
  );
}

/** Bytes that are no UTF-8, mostly, in the middle of it. */
function spliced([text, at, bytes]: readonly [string, number, Uint8Array]): Buffer {
  const whole = Buffer.from(text);
  const cut = at % (whole.length + 1);
  return Buffer.concat([whole.subarray(0, cut), bytes, whole.subarray(cut)]);
}

import fc from "fast-check";
import { bodyFor } from "./bodies.ts";
import type { Endpoint } from "./calls.ts";
import { applyEncoding, type Encoding, encodings } from "./encodings.ts";
import { goodToken } from "./forms.ts";

/** How the answer marks the end of its body. */
const soundFramings = ["length", "chunked", "close"] as const;
const brokenFramings = [
  ...["too-short", "too-long", "too-long-and-open", "both", "bad-chunk", "no-last-chunk", "two-lengths"],
  ...["negative", "no-number"],
] as const;
type Framing = (typeof soundFramings)[number] | (typeof brokenFramings)[number];

/** What else happens to the connection. With the last five the answer never comes, or comes too late. */
const accidents = [
  ...["reset-before", "close-before", "half-close", "reset-within", "close-within", "no-http", "more-than-asked"],
  ...["silence", "silence-after-head", "silence-within", "dribble", "late"],
] as const;
const endless: readonly string[] = [...accidents.slice(-5), "too-long-and-open"];

/** How a server handles one request. */
export interface Answer {
  readonly status: number;
  readonly statusLine: string;
  readonly headers: readonly string[];
  readonly body: Buffer;
  readonly encoding: Encoding;
  readonly framing: Framing;
  readonly accident: (typeof accidents)[number] | undefined;
  /** The number of writes that send it. */
  readonly writes: number;
  /** The body is sent correctly. */
  readonly isSound: boolean;
  /** The caller may run into its deadline. (Node's fetch does not report an encoding that cannot be decoded.) */
  readonly mayNotEnd: boolean;
  /** For a report. */
  readonly [fc.toStringMethod]: () => string;
}

const meant = [200, 200, 200, 200, 200, 201, 400, 401, 403, 404, 405, 409, 410, 412, 429, 500, 502, 503];
const status = fc.oneof(
  { weight: 7, arbitrary: fc.constantFrom(...meant) },
  { weight: 2, arbitrary: fc.integer({ min: 100, max: 599 }) },
  { weight: 1, arbitrary: fc.constantFrom(301, 302, 303, 307, 308, 300, 304, 204, 205, 100, 101, 103, 407, 999, 600) },
);

const retryAfter = fc.oneof(
  fc.constantFrom("30", "0", "-1", "1e9", "99999999999999999999", " 7 ", "soon", "", "Wed, 21 Oct 2015 07:28:00 GMT"),
  fc.date({ min: new Date(0), max: new Date("2100-01-01"), noInvalidDate: true }).map((date) => date.toUTCString()),
  fc.nat().map(String),
);

/** `elsewhere` is an address that must get no request. */
function harmless(elsewhere: string): fc.Arbitrary<string> {
  return fc.oneof(
    retryAfter.map((value) => `Retry-After: ${value}`),
    fc.constantFrom(
      ...["application/json", "text/html", "application/json; charset=utf-16", "image/png", ""].map(
        (type) => `Content-Type: ${type}`,
      ),
      ...[
        "Set-Cookie: session=1; Path=/",
        "WWW-Authenticate: Basic realm=x",
        `Refresh: 0; url=${elsewhere}/`,
        "Keep-Alive: timeout=0",
      ],
      ...[
        `Location: ${elsewhere}/`,
        `Link: <${elsewhere}/>; rel=preload`,
        "Connection: close",
        "Cache-Control: max-age=999999",
      ],
      ...["Strict-Transport-Security: max-age=999", "Clear-Site-Data: *", `Alt-Svc: h2="${elsewhere.slice(7)}"`],
    ),
    fc.nat({ max: 3000 }).map((length) => `X-Long: ${"x".repeat(length)}`),
  );
}

const harmful = fc.constantFrom(
  ...[
    "No colon",
    ": no name",
    "Bad Name: x",
    "X: a\0b",
    " folded: x",
    `X: ${"x".repeat(300_000)}`,
    "X: \u00ff\u0001",
    "Upgrade: websocket",
  ],
);

const statusLine = (status: number) =>
  fc.oneof(
    { weight: 30, arbitrary: fc.constant(`HTTP/1.1 ${status} Some reason`) },
    { weight: 2, arbitrary: fc.constantFrom(`HTTP/1.1 ${status} `, `HTTP/1.0 ${status} OK`) },
    {
      weight: 2,
      arbitrary: fc.constantFrom(
        `HTTP/9.9 ${status} OK`,
        `http/1.1 ${status} OK`,
        "HTTP/1.1 abc",
        "HTTP/1.1",
        `ICY ${status} OK`,
        "",
      ),
    },
  );

export function answersFor(endpoint: Endpoint, elsewhere: string): fc.Arbitrary<Answer> {
  return status.chain((status) =>
    fc
      .record({
        status: fc.constant(status),
        statusLine: statusLine(status),
        headers: fc.array(harmless(elsewhere), { maxLength: 4 }),
        harmful: seldom(harmful, 25),
        body: bodyFor(endpoint),
        encoding: fc.oneof({ weight: 9, arbitrary: fc.constant("none" as const) }, fc.constantFrom(...encodings)),
        framing: fc.oneof(
          { weight: 9, arbitrary: fc.constantFrom(...soundFramings) },
          { weight: 1, arbitrary: fc.constantFrom(...brokenFramings) },
        ),
        accident: seldom(fc.constantFrom(...accidents), 9),
        writes: fc.integer({ min: 1, max: 4 }),
      })
      .map((drawn) => toAnswer(drawn)),
  );
}

/** A value once in `times` draws, else null. */
function seldom<Value>(arbitrary: fc.Arbitrary<Value>, times: number): fc.Arbitrary<Value | null> {
  return fc.oneof({ weight: times - 1, arbitrary: fc.constant(null) }, { weight: 1, arbitrary });
}

type Drawn = Omit<Answer, "isSound" | "mayNotEnd" | "accident" | typeof fc.toStringMethod> & {
  readonly harmful: string | null;
  readonly accident: NonNullable<Answer["accident"]> | null;
};

function toAnswer({ harmful, accident, ...drawn }: Drawn): Answer {
  const { status, statusLine, framing, body, encoding } = drawn;
  const encoded = applyEncoding(encoding, body);
  const isSound =
    // HTTP/1.0 has no chunks.
    (framing === "chunked" ? /^HTTP\/1\.1 \d{3} / : /^HTTP\/1\.[01] \d{3} /).test(statusLine) &&
    harmful === null &&
    soundFramings.some((sound) => sound === framing) &&
    (accident === null || (accident === "more-than-asked" && framing !== "close")) &&
    status >= 200 &&
    ![204, 205, 304].includes(status) &&
    status < 600 &&
    encoded.isSound;
  return {
    ...drawn,
    [fc.toStringMethod]: () =>
      `${cut(JSON.stringify({ ...drawn, harmful, accident, body: undefined }))} ${cut(String(body))}`,
    headers: [...drawn.headers, ...(harmful === null ? [] : [harmful]), ...encoded.headers],
    body: encoded.bytes,
    accident: accident ?? undefined,
    isSound,
    mayNotEnd:
      [accident ?? "", framing].some((name) => endless.includes(name)) ||
      /cut|name-only|unknown/.test(encoding.slice(4)),
  };
}

function cut(text: string): string {
  return text.replace(/x{20,}/g, "xxx…").slice(0, 400);
}

/** Sent after an answer; a caller could mistake it for the next answer. */
export const smuggled = `HTTP/1.1 200 OK\r\nContent-Length: 28\r\n\r\n{"token":"smuggled.to.ken"}\n`;

/** Head and body as they are sent. */
export function wireForm({ statusLine, headers, framing, body }: Answer): { head: Buffer; body: Buffer } {
  const framed: Record<Framing, readonly [readonly string[], Buffer]> = {
    length: [[`Content-Length: ${body.length}`], body],
    chunked: [["Transfer-Encoding: chunked"], chunked(body)],
    close: [["Connection: close"], body],
    "too-short": [[`Content-Length: ${Math.floor(body.length / 2)}`], body],
    "too-long": [[`Content-Length: ${body.length + 10}`], body],
    "too-long-and-open": [[`Content-Length: ${body.length + 10}`], body],
    both: [["Transfer-Encoding: chunked", `Content-Length: ${body.length}`], chunked(body)],
    "bad-chunk": [["Transfer-Encoding: chunked"], Buffer.concat([Buffer.from("zz\r\n"), body])],
    "no-last-chunk": [["Transfer-Encoding: chunked"], chunked(body).subarray(0, -5)],
    "two-lengths": [[`Content-Length: ${body.length}`, `Content-Length: ${goodToken.length}`], body],
    negative: [["Content-Length: -5"], body],
    "no-number": [["Content-Length: many"], body],
  };
  const [framingHeaders, bytes] = framed[framing];
  return {
    head: Buffer.from(`${[statusLine, ...headers, ...framingHeaders].join("\r\n")}\r\n\r\n`, "latin1"),
    body: bytes,
  };
}

function chunked(body: Buffer): Buffer {
  const half = Math.floor(body.length / 2);
  const pieces = [body.subarray(0, half), body.subarray(half)].filter(({ length }) => length > 0);
  const parts = pieces.flatMap((piece) => [
    Buffer.from(`${piece.length.toString(16)}\r\n`),
    piece,
    Buffer.from("\r\n"),
  ]);
  return Buffer.concat([...parts, Buffer.from("0\r\n\r\n")]);
}

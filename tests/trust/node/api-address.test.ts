import { BlockList, isIPv4 } from "node:net";
import fc from "fast-check";
import { expect, test } from "vitest";
import { readApiOrigin } from "../../../main/config.ts";
import { howOften, recordFigure } from "../figures.ts";

const loopback = new BlockList();
loopback.addSubnet("127.0.0.0", 8, "ipv4");

/** Whether the host is this computer, computed in another way than in the product. */
function isThisComputer(host: string): boolean {
  if (host === "localhost") return true;
  return isIPv4(host) ? loopback.check(host, "ipv4") : host === "[::1]";
}

const fullWidth = (text: string) =>
  [...text].map((c) => (/\d/.test(c) ? String.fromCodePoint(0xff10 + Number(c)) : c)).join("");

/** This computer in many spellings, and hosts that resemble it. */
const hosts = fc.oneof(
  fc.ipV4(),
  fc.ipV4().map((address) => `127.${address}`),
  fc.ipV4().map((address) => `[::ffff:${address}]`),
  fc.ipV4Extended(),
  fc.ipV6().map((address) => `[${address}]`),
  fc.domain(),
  fc.domain().map((domain) => `localhost.${domain}`),
  fc.domain().map((domain) => `127.0.0.1.${domain}`),
  fc.constantFrom(
    "127.0.0.1",
    "localhost",
    "127.1",
    "[::1]",
    "0.0.0.0",
    "[::]",
    "[::ffff:127.0.0.1]",
    "localhost.",
    "127.0.0.1.",
  ),
  fc.nat({ max: 0xffff_ffff }).map(String),
  fc.constantFrom("127.0.0.1", "10.127.0.1", "192.168.0.127").map(fullWidth),
  fc.constantFrom("１２７。0。0。1", "ⓛocalhost", "localhost%2eexample", "127.0.0.1%00.example", "local\thost.example"),
);

const addresses = fc
  .tuple(
    fc.constantFrom("http:", "HTTP:", " http:", "https:", "ws:", "ftp:", "file:", ""),
    fc.constantFrom("//", "//", "//", "\\\\", "/", "///"),
    fc.constantFrom("", "", "", "localhost@", "127.0.0.1:80@", "localhost#@", "127.0.0.1\\@", "localhost/"),
    hosts,
    fc.constantFrom("", ":80", ":8080", ":443", ":0"),
    fc.constantFrom("", "", "/", "/v2", "?q", "#127.0.0.1", "@localhost", "\\@127.0.0.1"),
  )
  .map((parts) => parts.join(""));

test("accepts no generated address that would send plain http to another computer", () => {
  const tries = howOften({ full: 100_000, short: 5_000 });
  const taken: string[] = [];
  const { failed, seed, counterexample } = fc.check(
    fc.property(addresses, (address) => {
      const origin = readApiOrigin({ VERIFIK_API_URL: address });
      if (!origin.ok) return true;
      taken.push(origin.value);
      const { protocol, hostname, username, password } = new URL(origin.value);
      if (username || password) return false;
      return protocol === "https:" || (protocol === "http:" && isThisComputer(hostname));
    }),
    { numRuns: tries },
  );
  recordFigure({
    part: "leaks",
    item: "generated API addresses: no plain http to another computer, no name or password",
    tries,
    failures: failed ? 1 : 0,
  });
  expect({ failed, seed, counterexample }).toMatchObject({ failed: false });
  // Otherwise the generated addresses would prove nothing.
  expect(taken.filter((origin) => origin.startsWith("http:")).length).toBeGreaterThan(tries / 400);
  expect(taken.filter((origin) => origin.startsWith("https:")).length).toBeGreaterThan(tries / 400);
});

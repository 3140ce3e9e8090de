import fc from "fast-check";
import type { Channel } from "../../../preload/contract.ts";
import { validRequests } from "./valid-requests.ts";

/** Values that JSON cannot express; the page makes them. */
export const oddities = [
  "undefined",
  "function",
  "symbol",
  "bigint",
  "nan",
  "minus-zero",
  "date",
  "regexp",
  "map",
  "set",
  "error",
  "buffer",
  "shared-buffer",
  "promise",
  "window",
  "element",
  "getter",
  "throwing-getter",
  "proxy",
  "cycle",
  "class",
  "boxed",
  "without-prototype",
  "own-proto-key",
  "sparse",
  "deep",
  "huge-text",
  "huge-list",
] as const;

export type Recipe =
  | { readonly json: unknown }
  | { readonly odd: (typeof oddities)[number] }
  /** One value in place of a property of the other. */
  | { readonly base: unknown; readonly at: string; readonly odd: (typeof oddities)[number] };

/** The ways out of the page: its bridge, and the messages that a compromised renderer could send. */
export type Way = "bridge" | "invoke" | "send" | "postMessage";

export interface HostileMessage {
  readonly way: Way;
  readonly channel: string;
  readonly recipes: readonly Recipe[];
}

/** The page may quit or restart the app and open the save dialog; other tests try these. */
const ending: readonly string[] = ["quit", "restart", "export-diagnostics"];
/** These would end the tested state, or forget the number that must stay secret. */
const leaving: readonly string[] = ["log-out", "revoke-tokens", "cancel-login", "change-number", "forget-number"];

const channels = Object.keys(validRequests) as Channel[];
const odd = fc.constantFrom(...oddities);
const properties = fc.constantFrom(
  "phone",
  "regionCode",
  "remember",
  "remembered",
  "otp",
  "months",
  "format",
  "place",
  "__proto__",
  "constructor",
);

const junk: fc.Arbitrary<Recipe> = fc.oneof(
  fc.jsonValue({ maxDepth: 5 }).map((json) => ({ json })),
  odd.map((odd) => ({ odd })),
  fc.record({ base: fc.dictionary(properties, fc.jsonValue({ maxDepth: 1 })), at: properties, odd }),
);

/** Windows without shared buffers skip them. */
const isNothing = (recipe: Recipe) =>
  "odd" in recipe && !("at" in recipe) && (recipe.odd === "undefined" || recipe.odd === "shared-buffer");

function messageTo(channel: Channel, leaves: boolean): fc.Arbitrary<HostileMessage> {
  const valid = fc.constantFrom(...validRequests[channel]);
  const nearly: fc.Arbitrary<Recipe> = fc.oneof(
    fc.record({ base: valid, at: properties, odd }),
    fc.tuple(valid, fc.dictionary(properties, fc.jsonValue({ maxDepth: 1 }))).map(([request, more]) => ({
      json: typeof request === "object" && request !== null ? { ...request, ...more } : more,
    })),
  );
  const whole = valid.map((json): Recipe => (json === undefined ? { odd: "undefined" } : { json }));
  const isHarmless = !ending.includes(channel) && (leaves || !leaving.includes(channel));
  const recipes = isHarmless
    ? fc
        .tuple(fc.oneof(whole, whole, nearly, junk), fc.oneof(fc.constant(undefined), junk))
        .map(([first, second]) => (second ? [first, second] : [first]))
    : // A request to a call that takes none.
      fc
        .oneof(junk, nearly)
        .filter((recipe) => !isNothing(recipe))
        .map((recipe) => [recipe]);
  // The bridge drops the argument of a call without a request.
  const ways = isHarmless
    ? (["bridge", "bridge", "invoke", "send", "postMessage"] as const)
    : (["invoke", "send", "postMessage"] as const);
  return fc.record({ way: fc.constantFrom<Way>(...ways), channel: fc.constant(channel), recipes });
}

const unknownChannel = fc
  .oneof(
    fc.string({ maxLength: 40 }),
    fc.constantFrom(
      "get-token",
      "view-changed",
      "GET-VIEW",
      "get-view ",
      "__proto__",
      "constructor",
      "ELECTRON_BROWSER_REQUIRE",
      "ipc-internal",
      "GUEST_WINDOW_MANAGER_WINDOW_OPEN",
    ),
  )
  .filter((channel) => !(channels as string[]).includes(channel));

const toNobody = fc.record({
  way: fc.constantFrom<Way>("invoke", "send", "postMessage"),
  channel: unknownChannel,
  recipes: fc.array(junk, { maxLength: 3 }),
});

/** Bursts of messages, each sent at once. `leaves`: also messages that end the app's state. */
export function hostileBursts(messages: number, seed: number, leaves: boolean): readonly (readonly HostileMessage[])[] {
  const message = fc.oneof(
    { weight: 12, arbitrary: fc.constantFrom(...channels).chain((channel) => messageTo(channel, leaves)) },
    { weight: 1, arbitrary: toNobody },
  );
  const all = fc.sample(message, { numRuns: messages, seed });
  const lengths = fc.sample(fc.integer({ min: 1, max: 60 }), { numRuns: messages, seed });
  const bursts: HostileMessage[][] = [];
  for (let start = 0, index = 0; start < all.length; index += 1) {
    const length = lengths[index] ?? 1;
    bursts.push(all.slice(start, start + length));
    start += length;
  }
  return bursts;
}

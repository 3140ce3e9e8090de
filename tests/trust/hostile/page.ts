import type { Bridge } from "../../../preload/contract.ts";
import type { HostileMessage, Recipe } from "./recipes.ts";

/** The page's global objects: the bridge, and the additions of the tests' second preload script. */
interface Ways {
  readonly verifikTray: Bridge;
  readonly raw: Record<"invoke" | "send" | "postMessage", (channel: string, ...messages: unknown[]) => unknown>;
}

export interface BurstOutcome {
  readonly answered: number;
  readonly refused: number;
  /** Responses that contain a secret which the page must not get. */
  readonly leaks: readonly string[];
  /** Requests without a response in time. */
  readonly silent: number;
}

/**
 * Runs in the page, so it uses nothing outside itself. Makes the messages, sends each burst at once, waits for every response
 * and searches them for the needles.
 */
export async function sendBurst({
  burst,
  needles,
}: {
  readonly burst: readonly HostileMessage[];
  readonly needles: readonly string[];
}): Promise<BurstOutcome> {
  const { verifikTray, raw } = window as unknown as Ways;

  function odd(kind: string): unknown {
    const cycle: Record<string, unknown> = {};
    cycle.self = cycle;
    let deep: unknown = 0;
    if (kind === "deep") for (let level = 0; level < 500; level += 1) deep = { deep };
    const made: Record<string, () => unknown> = {
      function: () => () => "called",
      symbol: () => Symbol("s"),
      bigint: () => 10n ** 30n,
      nan: () => Number.NaN,
      "minus-zero": () => -0,
      date: () => new Date(Number.NaN),
      regexp: () => /(a+)+$/,
      map: () => new Map([["phone", "300 123 4567"]]),
      set: () => new Set([1]),
      error: () => new RangeError("hostile"),
      buffer: () => new Uint8Array(1000),
      "shared-buffer": () => (typeof SharedArrayBuffer === "function" ? new SharedArrayBuffer(8) : undefined),
      promise: () => Promise.resolve({ months: 1 }),
      window: () => window,
      element: () => document.body,
      getter: () => Object.defineProperty({}, "months", { get: () => 1, enumerable: true }),
      "throwing-getter": () =>
        Object.defineProperty({}, "months", {
          get() {
            throw new Error("hostile");
          },
          enumerable: true,
        }),
      proxy: () => new Proxy({ months: 1 }, { get: () => 1, ownKeys: () => ["months"] }),
      cycle: () => cycle,
      class: () =>
        new (class Hostile {
          months = 1;
        })(),
      boxed: () => new String("300 123 4567"),
      "without-prototype": () => Object.assign(Object.create(null), { months: 1 }),
      "own-proto-key": () => JSON.parse('{"__proto__":{"months":1,"otp":"000000"}}'),
      sparse: () => new Array(1000),
      deep: () => deep,
      "huge-text": () => "9".repeat(1_000_000),
      "huge-list": () => new Array(100_000).fill(1),
    };
    return made[kind]?.();
  }

  function make(recipe: Recipe): unknown {
    if ("json" in recipe) return recipe.json;
    if (!("at" in recipe)) return odd(recipe.odd);
    const whole = { ...(recipe.base as object) };
    Object.defineProperty(whole, recipe.at, { value: odd(recipe.odd), enumerable: true });
    return whole;
  }

  async function send({ way, channel, recipes }: HostileMessage): Promise<unknown> {
    const messages = recipes.map(make);
    if (way !== "bridge") return raw[way](channel, ...(way === "postMessage" ? messages.slice(0, 1) : messages));
    const name = channel.replaceAll(/-(.)/g, (_dash, letter: string) => letter.toUpperCase()) as keyof Bridge;
    return (verifikTray[name] as (...messages: unknown[]) => unknown)(...messages);
  }

  const leaks: string[] = [];
  const count = { answered: 0, refused: 0, silent: 0 };
  function search(answer: string): void {
    const digits = answer.replaceAll(/\D/g, "");
    const found = needles.filter(
      (needle) => answer.includes(needle) || (/^\d+$/.test(needle) && digits.includes(needle)),
    );
    leaks.push(...found.map((needle) => `${needle} in ${answer.slice(0, 300)}`));
  }
  const soon = new Promise<"silent">((resolve) => setTimeout(() => resolve("silent"), 30_000));
  await Promise.all(
    burst.map(async (message) => {
      const answered = send(message).then(
        (answer) => {
          count.answered += 1;
          search(JSON.stringify(answer) ?? "");
        },
        (error: unknown) => {
          count.refused += 1;
          search(error instanceof Error ? `${error.message} ${error.stack}` : String(error));
        },
      );
      if ((await Promise.race([answered, soon])) === "silent") count.silent += 1;
    }),
  );
  return { ...count, leaks };
}

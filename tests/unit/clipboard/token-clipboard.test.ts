import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { err, ok } from "../../../domain/result.ts";
import { Secret } from "../../../domain/secret.ts";
import type { SystemClipboard } from "../../../main/clipboard/system-clipboard.ts";
import { TokenClipboard } from "../../../main/clipboard/token-clipboard.ts";
import { notedLines } from "../log/noted-lines.ts";

const first = new Secret("first token");
const second = new Secret("Authorization: Bearer second token");

/** A system clipboard in memory. */
class FakeClipboard implements SystemClipboard {
  text = "";
  refuses = false;
  readonly cleared: (readonly string[])[] = [];

  async write(text: string) {
    if (this.refuses) return err({ kind: "clipboard-needs-focus" } as const);
    this.text = text;
    return ok(undefined);
  }

  async clear(texts: readonly string[]) {
    this.cleared.push(texts);
    if (texts.includes(this.text)) this.text = "";
  }

  async settled() {}
}

let system: FakeClipboard;
let changes: number;
let clipboard: TokenClipboard;

beforeEach(() => {
  vi.useFakeTimers();
  system = new FakeClipboard();
  changes = 0;
  clipboard = new TokenClipboard(system, () => {
    changes += 1;
  });
});
afterEach(() => {
  vi.useRealTimers();
});

describe("a copied token", () => {
  test.each([15_000, 45_000, 120_000])("is cleared after %i ms and not before", async (clearsAfterMs) => {
    expect(await clipboard.copy(first, clearsAfterMs)).toEqual(ok(undefined));
    await vi.advanceTimersByTimeAsync(clearsAfterMs - 1);
    expect(system.text).toBe("first token");
    expect(clipboard.holdsToken).toBe(true);
    await vi.advanceTimersByTimeAsync(1);
    expect(system.text).toBe("");
    expect(clipboard.holdsToken).toBe(false);
  });

  test("stays without a clearing time until it is cleared on request", async () => {
    await clipboard.copy(first, undefined);
    expect(clipboard.notice()).toEqual({ clearsInMs: undefined });
    await vi.advanceTimersByTimeAsync(24 * 60 * 60 * 1000);
    expect(system.text).toBe("first token");
    expect(clipboard.holdsToken).toBe(true);
    await clipboard.clear();
    expect(system.text).toBe("");
  });

  test("is offered for clearing until it is cleared, with the time that is left", async () => {
    await clipboard.copy(first, 45_000);
    await vi.advanceTimersByTimeAsync(20_000);
    expect(clipboard.held()).toEqual({ clearsAfterMs: 45_000, clearsInMs: 25_000 });
    const before = changes;
    await vi.advanceTimersByTimeAsync(25_000);
    expect(clipboard.held()).toBeUndefined();
    expect(changes).toBe(before + 1);
  });

  test("is announced for a few seconds", async () => {
    await clipboard.copy(first, 45_000);
    expect(changes).toBe(1);
    await vi.advanceTimersByTimeAsync(2_000);
    // The time at the copy: screen readers would read out a countdown each second.
    expect(clipboard.notice()).toEqual({ clearsInMs: 45_000 });
    await vi.advanceTimersByTimeAsync(4_000);
    expect(clipboard.notice()).toBeUndefined();
    expect(changes).toBe(2);
  });

  test("does not shorten the time of a later copy", async () => {
    await clipboard.copy(first, 15_000);
    await vi.advanceTimersByTimeAsync(10_000);
    await clipboard.copy(second, undefined);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(system.text).toBe(second.reveal());
    expect(system.cleared).toEqual([]);
  });
});

describe("a copy that the system refuses", () => {
  test("returns the reason and is not announced", async () => {
    system.refuses = true;
    expect(await clipboard.copy(first, 45_000)).toEqual(err({ kind: "clipboard-needs-focus" }));
    expect(clipboard.notice()).toBeUndefined();
    expect(changes).toBe(0);
  });

  test("is cleared all the same, because it may be there", async () => {
    system.refuses = true;
    await clipboard.copy(first, 45_000);
    expect(clipboard.holdsToken).toBe(true);
    await vi.advanceTimersByTimeAsync(45_000);
    expect(system.cleared).toEqual([["first token"]]);
    expect(clipboard.holdsToken).toBe(false);
  });

  test("does not change the clearing time of an earlier copy", async () => {
    await clipboard.copy(first, 15_000);
    system.refuses = true;
    await clipboard.copy(second, 120_000);
    await vi.advanceTimersByTimeAsync(15_000);
    expect(system.text).toBe("");
  });
});

test("a failed clearing is logged without the content, and copying still works", async () => {
  const noted = notedLines();
  vi.spyOn(system, "clear").mockRejectedValueOnce(new TypeError("first token"));
  await clipboard.copy(first, 45_000);
  await clipboard.clear();
  expect(noted).toEqual(["warn clipboard-not-cleared error=TypeError"]);
  expect(await clipboard.copy(second, 45_000)).toEqual(ok(undefined));
});

test("a clipboard that cannot be cleared is given up after five tries; nothing counts down then, and quitting tries again", async () => {
  const clearing = vi.spyOn(system, "clear").mockRejectedValue(new Error("silent"));
  await clipboard.copy(first, 15_000);
  await vi.advanceTimersByTimeAsync(15_000 + 3 * 5_000);
  expect(clearing).toHaveBeenCalledTimes(4);
  expect(clipboard.held()).toEqual({ clearsAfterMs: 15_000, clearsInMs: 0 });
  const before = changes;
  await vi.advanceTimersByTimeAsync(60_000);
  expect(clearing).toHaveBeenCalledTimes(5);
  expect(clipboard.held()).toBeUndefined();
  expect(changes).toBe(before + 1);
  clearing.mockRestore();
  await clipboard.clear();
  expect(system.cleared).toEqual([["first token"]]);
});

import { describe, expect, test, vi } from "vitest";
import "../storage/electron-store-in-node.ts";
import type { Failure } from "../../../domain/failure.ts";
import { type ReleaseVersion, readReleaseVersion } from "../../../domain/release-version.ts";
import { err, ok, type Result } from "../../../domain/result.ts";
import { defaultSettings, type Settings } from "../../../domain/settings.ts";
import { UpdateStore } from "../../../main/storage/update-store.ts";
import { UpdateCheck } from "../../../main/updates/update-check.ts";
import { StorageFolder } from "../storage/storage-folder.ts";

const dayMs = 24 * 60 * 60 * 1000;

/** Update checks of version 1.2.3 with a real file. Each `start` makes a new one on the same file. */
class Scene {
  readonly folder = new StorageFolder();
  nowMs = Date.UTC(2026, 10, 21);
  updateCheck: Settings["updateCheck"] = "on";
  checksByDefault = false;
  latest: Result<ReleaseVersion | undefined, Failure> = ok(readReleaseVersion("1.2.4"));
  readonly feed = vi.fn(async () => this.latest);
  readonly onChanged = vi.fn();
  readonly onFailed = vi.fn();

  start(ownVersion = "1.2.3"): UpdateCheck {
    const scene = this;
    return new UpdateCheck({
      ownVersion,
      settings: {
        get settings() {
          return { ...defaultSettings, updateCheck: scene.updateCheck };
        },
        onChanged: () => () => {},
      },
      checksByDefault: this.checksByDefault,
      openStore: () => new UpdateStore(this.folder.path, this.nowMs),
      feed: this.feed,
      clock: { nowMs: () => this.nowMs },
      onChanged: this.onChanged,
      onFailed: this.onFailed,
    });
  }

  stored(): unknown {
    return JSON.parse(this.folder.read("updates.json"));
  }
}

describe("the feed is fetched", () => {
  test("once a day, however often `check` is called, also across starts", async () => {
    const scene = new Scene();
    const check = scene.start();
    await Promise.all([check.check(), check.check()]);
    scene.nowMs += dayMs - 1;
    await check.check();
    await scene.start().check();
    expect(scene.feed).toHaveBeenCalledTimes(1);
    scene.nowMs += 1;
    await check.check();
    expect(scene.feed).toHaveBeenCalledTimes(2);
  });

  test("once a day if it fails, and the stored version stays", async () => {
    const scene = new Scene();
    const check = scene.start();
    await check.check();
    scene.nowMs += dayMs;
    scene.latest = err({ kind: "timed-out" });
    await check.check();
    await check.check();
    expect([scene.feed.mock.calls.length, scene.onFailed.mock.calls]).toEqual([2, [["timed-out"]]]);
    expect(check.newer?.text).toBe("1.2.4");
  });

  test("if the stored date is in the future, because a clock was wrong", async () => {
    const scene = new Scene();
    await scene.start().check();
    scene.nowMs -= 365 * dayMs;
    await scene.start().check();
    expect(scene.feed).toHaveBeenCalledTimes(2);
  });

  test("never if the date cannot be stored: otherwise it would be fetched each time", async () => {
    const scene = new Scene();
    const check = scene.start();
    expect(check.newer).toBeUndefined();
    scene.folder.refuse("updates.json");
    await check.check();
    expect([scene.feed.mock.calls, scene.onFailed.mock.calls]).toEqual([[], [["settings-not-stored"]]]);
  });
});

describe("the check,", () => {
  test.each([
    [undefined, true, true],
    [undefined, false, false],
    ["on", false, true],
    ["off", true, false],
  ] as const)("chosen %s and by default %s, is on: %s", async (updateCheck, checksByDefault, isOn) => {
    const scene = new Scene();
    Object.assign(scene, { updateCheck, checksByDefault });
    const check = scene.start();
    await check.check();
    expect([check.isOn, scene.feed.mock.calls.length]).toEqual([isOn, isOn ? 1 : 0]);
  });

  test("while it is off, touches no file and offers nothing", async () => {
    const scene = new Scene();
    scene.updateCheck = "off";
    const check = scene.start();
    await check.check();
    expect([check.newer, check.isHidden, scene.folder.names()]).toEqual([undefined, false, []]);
    scene.updateCheck = "on";
    await check.check();
    expect(check.newer?.text).toBe("1.2.4");
    scene.updateCheck = "off";
    expect(check.newer).toBeUndefined();
  });
});

describe("a newer version", () => {
  test("is offered after the check, and after the next start without a request", async () => {
    const scene = new Scene();
    const check = scene.start();
    await check.check();
    expect([check.newer?.text, scene.onChanged.mock.calls.length]).toEqual(["1.2.4", 1]);
    expect(scene.start().newer?.text).toBe("1.2.4");
    expect(scene.stored()).toEqual({ schemaVersion: 1, lookedAtMs: scene.nowMs, latestVersion: "1.2.4" });
  });

  test.each(["1.2.4", "1.3.0"])("is not offered once this version is %s", async (own) => {
    const scene = new Scene();
    await scene.start().check();
    expect(scene.start(own).newer).toBeUndefined();
  });

  test.each<[string, ReleaseVersion | undefined]>([
    ["gone", undefined],
    ["this version again", readReleaseVersion("1.2.3")],
  ])("is not offered once the latest release is %s", async (_what, latest) => {
    const scene = new Scene();
    const check = scene.start();
    await check.check();
    scene.nowMs += dayMs;
    scene.latest = ok(latest);
    await check.check();
    expect(check.newer).toBeUndefined();
  });

  test("stays hidden after the next start, until there is an even newer one", async () => {
    const scene = new Scene();
    const check = scene.start();
    await check.check();
    expect([check.isHidden, await check.hide(), check.isHidden]).toEqual([false, ok(undefined), true]);
    expect(scene.start()).toMatchObject({ isHidden: true, newer: { text: "1.2.4" } });
    scene.nowMs += dayMs;
    scene.latest = ok(readReleaseVersion("1.2.5"));
    await check.check();
    expect(check).toMatchObject({ isHidden: false, newer: { text: "1.2.5" } });
  });

  test("is not hidden if the disk refuses, and that is a failure", async () => {
    const scene = new Scene();
    const check = scene.start();
    await check.check();
    scene.folder.refuse("updates.json");
    expect([await check.hide(), check.isHidden]).toEqual([err({ kind: "settings-not-stored" }), false]);
  });
});

describe("a stored file,", () => {
  test.each(["9.9.9/../evil", "<b>9.9.9</b>", "v9.9.9", 9, null])(
    "with %j for the version, offers nothing",
    (latestVersion) => {
      const scene = new Scene();
      scene.folder.write("updates.json", { schemaVersion: 1, lookedAtMs: scene.nowMs, latestVersion });
      expect(scene.start().newer).toBeUndefined();
      expect(scene.onFailed).not.toHaveBeenCalled();
    },
  );

  test.each(["soon", null])("with %j for the date, causes a check", async (lookedAtMs) => {
    const scene = new Scene();
    scene.folder.write("updates.json", { schemaVersion: 1, lookedAtMs, latestVersion: "1.2.4" });
    await scene.start().check();
    expect(scene.feed).toHaveBeenCalledTimes(1);
  });

  test("if it is damaged, counts as missing", async () => {
    const scene = new Scene();
    scene.folder.write("updates.json", "garbage");
    const check = scene.start();
    expect(check.newer).toBeUndefined();
    await check.check();
    expect(check.newer?.text).toBe("1.2.4");
  });
});

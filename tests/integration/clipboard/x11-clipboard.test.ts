import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { Clipboard } from "../../../desktop-lab/clipboard/clipboard.ts";
import { startPrivateSession } from "../../../desktop-lab/desktop/private-session.ts";
import { startXServer } from "../../../desktop-lab/desktop/x-server.ts";
import { CleanupStack } from "../../../desktop-lab/process/cleanup-stack.ts";
import { X11Clipboard } from "../../../main/clipboard/x11-clipboard.ts";
import { offerInstead, readSelection } from "../../../main/clipboard/x11-selections.ts";

describe.runIf(process.platform === "linux")("X11's clipboard, with a real X server", () => {
  let cleanups: CleanupStack;
  let env: NodeJS.ProcessEnv;
  let others: Clipboard;
  /** Chromium's clipboard, which is only asked where our own connection is refused. */
  const electron = { write: vi.fn(), clear: vi.fn(), settled: vi.fn() };

  beforeEach(async () => {
    vi.clearAllMocks();
    cleanups = new CleanupStack();
    const session = cleanups.adopt(await startPrivateSession({ keyring: false }), ({ stop }) => stop());
    const server = cleanups.adopt(await startXServer(join(session.folder, "x"), "64x64x24", session.env), ({ end }) =>
      end(),
    );
    env = { ...session.env, ...server.env };
    others = cleanups.adopt(new Clipboard(env), (clipboard) => clipboard.end());
  });
  afterEach(() => cleanups.run());

  test("where the token is, others read the harmless text, then nothing; what a person copied since stays", async () => {
    await others.write("tökén");
    await others.write("selected since", "primary");
    const clipboard = new X11Clipboard(electron, env);
    await clipboard.clear(["another", "tökén"]);
    expect(await others.readClipboard()).toBe("-");
    await clipboard.settled();
    expect(await others.readClipboard()).toBe("");
    expect(await others.readPrimary()).toBe("selected since");
    expect(electron.clear).not.toHaveBeenCalled();
  });

  test("what a person copies after the token was read stays", async () => {
    await others.write("token");
    const signal = AbortSignal.timeout(5_000);
    const read = await readSelection("CLIPBOARD", env, signal);
    await others.write("copied meanwhile");
    expect(await offerInstead([read], "-", env, signal)).toMatchObject({ areOurs: false });
    expect(await others.readClipboard()).toBe("copied meanwhile");
  });

  test("an owner that hangs is an error, and the other selection is cleared", async () => {
    await others.write("something else");
    others.freeze();
    const more = cleanups.adopt(new Clipboard(env), (clipboard) => clipboard.end());
    await more.write("token", "primary");
    const clipboard = new X11Clipboard(electron, env);
    await expect(clipboard.clear(["token"])).rejects.toThrow("aborted");
    expect(await more.readPrimary()).toBe("-");
    expect(electron.clear).not.toHaveBeenCalled();
  });

  test("Chromium clears where the X server refuses our connection", async () => {
    const clipboard = new X11Clipboard(electron, { ...env, XAUTHORITY: "/nowhere" });
    await clipboard.clear(["token"]);
    expect(electron.clear).toHaveBeenCalledWith(["token"]);
  });
});

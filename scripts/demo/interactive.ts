import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { electronBinary } from "../../desktop-lab/app/electron-binary.ts";
import { launchArguments, loopbackAddresses } from "../../desktop-lab/app/tray-app.ts";
import { startPrivateSession } from "../../desktop-lab/desktop/private-session.ts";
import { relaySession } from "../../desktop-lab/desktop/session-relay.ts";
import { CleanupStack } from "../../desktop-lab/process/cleanup-stack.ts";
import { testAccounts } from "../../sandbox/accounts.ts";
import { printCodes, printNumbers } from "../../sandbox/cli/printer.ts";
import { sandboxTexts } from "../../sandbox/cli/texts.ts";
import { startSandbox } from "../../sandbox/server.ts";
import type { Language } from "../../texts/index.ts";
import { runChild } from "../run-child.mjs";
import { assertLoopback } from "../runtime/loopback.mjs";
import type { DemoTexts } from "./demo-texts.ts";

/** Starts sandbox and app for a person, with a temporary profile and keyring. Resolves with the app's exit code. */
export async function runInteractively(language: Language, texts: DemoTexts): Promise<number> {
  const cleanups = new CleanupStack();
  return cleanups.cleanUpOnError(async () => {
    const sandbox = cleanups.adopt(await startSandbox({ coolDownSeconds: 5 }), ({ close }) => close());
    assertLoopback(sandbox.origin);
    const profile = cleanups.adopt(mkdtempSync(join(tmpdir(), "verifik-tray-demo-")), (folder) =>
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 }),
    );
    const keyring = await privateKeyring(cleanups, texts);

    const print = (line: string) => console.log(line);
    printNumbers(sandboxTexts[language], print);
    printCodes(sandbox, sandboxTexts[language], print);
    print(`\n${texts.logInWith(testAccounts[0]?.displayNumber ?? "")}\n${texts.endsWithTheApp}\n`);

    const code = await runChild(electronBinary(), launchArguments([`--user-data-dir=${profile}`, ...keyring.args]), {
      env: { ...process.env, ...keyring.env, ...loopbackAddresses(sandbox.origin) },
    });
    await cleanups.run();
    return code;
  });
}

interface PrivateKeyring {
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
}

/**
 * Keeps the demo out of the person's keyring. On Linux, the app gets a private bus with its own keyring. Its icon and notifications
 * are relayed to the person's bus.
 */
async function privateKeyring(cleanups: CleanupStack, texts: DemoTexts): Promise<PrivateKeyring> {
  // On Windows the key is in the profile, which is temporary.
  if (process.platform === "win32") return { args: [], env: {} };
  if (process.platform === "darwin") return { args: ["--use-mock-keychain"], env: {} };
  const session = cleanups.adopt(await startPrivateSession(), ({ stop }) => stop());
  const personsBus = process.env.DBUS_SESSION_BUS_ADDRESS;
  if (personsBus)
    cleanups.adopt(await relaySession({ from: session.busAddress, to: personsBus }), ({ close }) => close());
  else console.log(texts.noSessionBus);
  return {
    args: ["--password-store=gnome-libsecret"],
    env: { DBUS_SESSION_BUS_ADDRESS: session.busAddress },
  };
}

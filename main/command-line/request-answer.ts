import { homedir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import type { NoAnswer } from "../../domain/command-line/answer.ts";
import { readApiOrigin } from "../config.ts";
import { hasProfileElsewhere, identity, profileFolder, usualProfile } from "../startup/identity.ts";
import { readSettingsFile } from "../storage/settings-file.ts";
import { askApp } from "./ask-app.ts";
import { type Answer, protocolVersion, type Request } from "./protocol.ts";
import { isAppRunning } from "./running-app.ts";
import { isPrivateFolder, socketPlaces, thisUser } from "./socket-places.ts";
import { pipePath } from "./windows-pipe.ts";

/** An app that has just started listens a little later. */
const startsWithinMs = 3_000;
const looksEveryMs = 100;

export type Response = Answer | { readonly kind: "no-answer"; readonly why: NoAnswer };

/** Asks the app of this profile. If no app answers, finds out the reason, without writing anything. */
export async function requestAnswer(verb: Request["verb"], minValidMs: number): Promise<Response> {
  const origin = askedOrigin();
  // No app uses an address that cannot be read.
  if (!origin.ok) return { kind: "refused", reason: "other-api" };
  const request: Request = {
    version: protocolVersion,
    verb,
    minValidMs,
    ...(origin.value && { origin: origin.value }),
  };
  const untilMs = performance.now() + startsWithinMs;
  for (;;) {
    const answer = await askApp(addresses(), request);
    if (typeof answer !== "string") return answer;
    if (answer !== "nobody") return { kind: "no-answer", why: answer };
    const why = whyNobodyAnswers();
    if (why !== "unreachable" || performance.now() > untilMs) return { kind: "no-answer", why };
    await wait(looksEveryMs);
  }
}

/** The API that the environment names. An empty variable names none. */
function askedOrigin() {
  return process.env.VERIFIK_API_URL ? readApiOrigin(process.env) : { ok: true as const, value: undefined };
}

function addresses(): string[] {
  const profile = ownProfile();
  if (process.platform === "win32") return [pipePath(profile)];
  const uid = thisUser();
  const { platform, env } = process;
  return socketPlaces(profile, ownUsualProfile(), { platform, env, uid })
    .filter(({ folder }) => isPrivateFolder(folder, uid))
    .map(({ path }) => path);
}

function whyNobodyAnswers(): NoAnswer {
  if (process.platform === "win32") return "not-running-or-switched-off";
  const profile = ownProfile();
  if (!isAppRunning(profile)) return "not-running";
  return readSettingsFile(profile).commandLine ? "unreachable" : "switched-off";
}

function ownProfile(): string {
  return hasProfileElsewhere() ? profileFolder() : ownUsualProfile();
}

/** Electron takes /tmp for the home of a process without HOME, as `env -i` leaves it. The user database knows better. */
function ownUsualProfile(): string {
  const { HOME, XDG_CONFIG_HOME } = process.env;
  if (process.platform !== "linux" || HOME || XDG_CONFIG_HOME) return usualProfile();
  return join(homedir(), ".config", identity.userDataFolder);
}

import { app } from "electron";
import type { Clock } from "../../domain/ports.ts";
import type { Session } from "../../domain/session/session.ts";
import { desktopTexts } from "../../texts/desktop.ts";
import { defaultApiOrigin } from "../config.ts";
import { usualProfile } from "../startup/identity.ts";
import type { SettingsStore } from "../storage/settings-store.ts";
import type { DesktopNotifications } from "../system/desktop-services.ts";
import { labelCase, readLanguage } from "../system/language.ts";
import { CommandLine } from "./command-line.ts";
import type { CommandServer } from "./command-server.ts";
import { socketPlaces, thisUser } from "./socket-places.ts";
import { createTokenAnswers } from "./token-answers.ts";
import { pipePath } from "./windows-pipe.ts";

interface CommandLineParts {
  readonly session: Session;
  readonly settings: SettingsStore;
  readonly clock: Clock;
  readonly apiOrigin: string;
  readonly notifications: DesktopNotifications;
  readonly openSettings: () => void;
  readonly onChanged: () => void;
}

/** Creates the side of the command line that runs in the app. It ends with the app. */
export function createCommandLine(parts: CommandLineParts): CommandLine {
  const { session, settings, clock, apiOrigin, notifications, openSettings, onChanged } = parts;
  const commandLine = new CommandLine({
    settings,
    clock,
    listen: (server) => listenForProfile(server, app.getPath("userData")),
    createAnswers: (loaded) => {
      const api = { origin: apiOrigin, isDefault: apiOrigin === defaultApiOrigin };
      return createTokenAnswers({ session, settings, clock, loaded, api });
    },
    async notify(news) {
      const texts = desktopTexts(readLanguage(settings.settings.language).language, labelCase);
      const title = news === "first-use" ? texts.commandLineUsed : texts.commandLineFoundOn;
      if (!(await notifications.isReady())) return false;
      return notifications.show({ title, body: texts.commandLineAdvice }, openSettings);
    },
    onChanged,
  });
  app.on("will-quit", () => commandLine.stop());
  return commandLine;
}

function listenForProfile(server: CommandServer, profile: string): Promise<boolean> {
  const { platform, env } = process;
  if (platform === "win32") return server.listen(pipePath(profile));
  const uid = thisUser();
  return server.listenInFirst(socketPlaces(profile, usualProfile(), { platform, env, uid }), uid);
}

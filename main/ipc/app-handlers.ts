import { app, shell } from "electron";
import * as v from "valibot";
import type { Route } from "../../preload/contract.ts";
import { verifikHomePage } from "../config.ts";
import type { DiagnosticsExport } from "../diagnostics/export.ts";
import { restart } from "../lifecycle/restart.ts";
import { log } from "../log/log.ts";
import { errorName } from "../log/plain-name.ts";
import { releasePage } from "../updates/release-page.ts";
import type { UpdateCheck } from "../updates/update-check.ts";
import { handle, handleWith } from "./handler.ts";
import type { ViewAnswers } from "./view-answers.ts";

/** The application itself: its view and screens, diagnostics, web pages, updates and its end. */
export function appHandlers(
  updates: UpdateCheck,
  goTo: (route: Route) => void,
  exportDiagnostics: DiagnosticsExport,
  answers: ViewAnswers,
) {
  return {
    "get-view": handle(answers.view),
    "go-to": handleWith(v.strictObject({ route: v.picklist(["token", "settings", "revoke"]) }), ({ route }) =>
      answers.after(() => goTo(route)),
    ),
    "export-diagnostics": handle(exportDiagnostics),
    // The window's buttons show these addresses. The page cannot choose one.
    "open-verifik": handle(() => openInBrowser(verifikHomePage)),
    "open-release": handle(() => (updates.newer ? openInBrowser(releasePage(updates.newer)) : undefined)),
    "hide-update": handle(() => answers.outcome(updates.hide())),
    restart: handle(() => void restart()),
    quit: handle(() => void app.quit()),
  };
}

async function openInBrowser(address: string): Promise<undefined> {
  await shell.openExternal(address).catch((error: Error) => {
    log({ kind: "browser-not-opened", error: errorName(error) });
  });
  return undefined;
}

import type { Session } from "../../domain/session/session.ts";
import type { Route, SessionView } from "../../preload/contract.ts";
import type { Commands } from "../commands.ts";
import type { DiagnosticsExport } from "../diagnostics/export.ts";
import type { SettingsStore } from "../storage/settings-store.ts";
import type { UpdateCheck } from "../updates/update-check.ts";
import { appHandlers } from "./app-handlers.ts";
import type { Handlers } from "./handler.ts";
import { loginHandlers } from "./login-handlers.ts";
import { settingsHandlers } from "./settings-handlers.ts";
import { tokenHandlers } from "./token-handlers.ts";
import { ViewAnswers } from "./view-answers.ts";

interface HandlerDependencies {
  readonly session: Session;
  readonly commands: Commands;
  readonly settings: SettingsStore;
  readonly updates: UpdateCheck;
  readonly goTo: (route: Route) => void;
  readonly view: () => SessionView;
  readonly exportDiagnostics: DiagnosticsExport;
}

/** The handlers of all the window's calls. */
export function windowHandlers(dependencies: HandlerDependencies): Handlers {
  const { session, commands, settings, updates, goTo, view, exportDiagnostics } = dependencies;
  const answers = new ViewAnswers(view);
  return {
    ...appHandlers(updates, goTo, exportDiagnostics, answers),
    ...loginHandlers(session, settings, answers),
    ...tokenHandlers(session, commands, goTo, answers),
    ...settingsHandlers(commands, answers),
  };
}

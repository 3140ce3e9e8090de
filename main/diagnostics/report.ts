import { usualVariableNames } from "../../domain/settings.ts";
import type { SessionView } from "../../preload/contract.ts";
import { eventText, type LogEvent } from "../log/event.ts";
import { redact } from "../log/redact.ts";

export interface DiagnosticFacts {
  readonly madeAtMs: number;
  readonly view: SessionView;
  readonly system: Extract<LogEvent, { kind: "started" }>;
  /** The lines of the log, or why it cannot be read. */
  readonly logLines: readonly string[];
}

const mostLines = 2_000;

/**
 * The diagnostics as one text, in English for the people who help. It contains the state of the window, without phone number,
 * account, country and a custom variable name, and the log. Neither of them contains a token.
 */
export function diagnosticsText({ madeAtMs, view, system, logLines }: DiagnosticFacts): string {
  return [
    "Verifik Tray diagnostics",
    `made ${moment(madeAtMs)}`,
    "It holds no token, no code and no phone number. Read it before you pass it on.",
    "",
    "System",
    ...eventText(system).split(" ").slice(1),
    `language=${view.language} trayShown=${view.missingTray === undefined} startsAtLogin=${view.startsAtLogin ?? "unknown"}`,
    "",
    "Token",
    ...tokenLines(view),
    ...copyLines(view),
    renewalLine(view),
    "",
    "State",
    `login=${view.login.step} place=${view.route}`,
    `notices=${view.notices.map(noticeName).join(",") || "none"}`,
    "",
    "Settings",
    ...settingsLines(view),
    "",
    `Log, the newest ${mostLines} lines`,
    ...logLines.slice(-mostLines).map(redactLogLine),
    "",
  ].join("\n");
}

function tokenLines({ token }: SessionView): string[] {
  if (token.status === "absent") return ["status=absent"];
  if (token.status === "unreadable") return [`status=unreadable why=${token.why.reason}`];
  const { status, storage, rejected, expiryEstimated, expiresAtMs } = token;
  return [
    `status=${status} place=${storage} rejected=${rejected}`,
    `expires ${moment(expiresAtMs)} estimated=${expiryEstimated}`,
  ];
}

function copyLines({ copy }: SessionView): string[] {
  if (!copy) return [];
  const { status, copiedAtMs, expiresAtMs, expiryEstimated, newerHere } = copy;
  return [
    `copied token: status=${status} newerHere=${newerHere}`,
    `copied ${moment(copiedAtMs)} expires ${moment(expiresAtMs)} estimated=${expiryEstimated}`,
  ];
}

function renewalLine({ automaticRenewal }: SessionView): string {
  const { isOn, nextAtMs, problem, renewedAtMs } = automaticRenewal;
  const next = nextAtMs === undefined ? "none" : moment(nextAtMs);
  const failed = problem?.kind === "failed" ? `:${problem.failure} at ${moment(problem.atMs)}` : "";
  const renewed = renewedAtMs === undefined ? "no" : moment(renewedAtMs);
  return `automatic renewal: on=${isOn} next=${next} problem=${problem?.kind ?? "none"}${failed} renewed=${renewed}`;
}

function noticeName(notice: SessionView["notices"][number]): string {
  if (notice.kind === "store-problem") return `${notice.kind}:${notice.problem}`;
  return notice.kind === "failed" ? `${notice.kind}:${notice.failure.kind}` : notice.kind;
}

function settingsLines(view: SessionView): string[] {
  const { reminders, ownReminder, clipboardClearing, variableName, language, rememberNumber, updateCheck } =
    view.settings;
  const { state: commandLine, uses } = view.commandLine;
  const switchedOn = Object.entries(reminders).flatMap(([offset, on]) => (on ? [offset] : []));
  const isUsual = usualVariableNames.some((usual) => usual === variableName);
  return [
    `reminders=${switchedOn.join(",") || "none"} ownReminder=${ownReminder.enabled ? ownReminder.days : "off"}`,
    `clipboardClearing=${clipboardClearing} variableName=${isUsual ? "usual" : "own"}`,
    `language=${language} rememberNumber=${rememberNumber} updateCheck=${updateCheck ?? "by default"}`,
    `commandLine=${commandLine} tokensGivenToday=${uses?.count ?? 0}`,
  ];
}

/** Redacts again, because another program may have written into the file. The moment of our own lines stays. */
function redactLogLine(line: string): string {
  const [, at = "", rest = line] = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z )(.*)$/s.exec(line) ?? [];
  return at + redact(rest);
}

function moment(ms: number): string {
  return new Date(ms).toISOString();
}

import { watchedCopy } from "../../domain/session/copy-watch.ts";
import type { Session } from "../../domain/session/session.ts";
import type { SessionState } from "../../domain/session/session-state.ts";
import { eventText, type LogEvent } from "./event.ts";
import { log } from "./log.ts";

/** Logs each step of a login, and each change of the token's state and of the copy that is watched. */
export function logSession(session: Pick<Session, "state" | "onChanged">): void {
  let login = "";
  let token = "";
  let copy = "";
  session.onChanged(() => {
    const step = loginEvent(session.state);
    const state = tokenEvent(session.state);
    const watched = copyEvent(session.state);
    if (eventText(step) !== login) log(step);
    if (eventText(state) !== token) log(state);
    if (eventText(watched) !== copy) log(watched);
    login = eventText(step);
    token = eventText(state);
    copy = eventText(watched);
  });
}

function loginEvent({ login }: SessionState): LogEvent {
  return { kind: "login-step", step: login.step, ...("channel" in login && { channel: login.channel }) };
}

function copyEvent(state: SessionState): LogEvent {
  if (!state.copied) return { kind: "copy", state: "none" };
  return { kind: "copy", state: watchedCopy(state) ? "older" : "present" };
}

function tokenEvent({ token }: SessionState): LogEvent {
  if (token.kind === "absent") return { kind: "token", state: "absent" };
  if (token.kind === "unreadable") return { kind: "token", state: "unreadable", why: token.why.reason };
  return { kind: "token", state: "kept", place: token.storage, rejected: token.token.rejected };
}

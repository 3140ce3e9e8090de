import { connect } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import { type Answer, longestAnswerBytes, type Request, readAnswer, requestLine } from "./protocol.ts";

/** A command gives up after this time. */
const givesUpAfterMs = 20_000;
const asksBusyAppAgainAfterMs = 200;

/** Nobody listens there, or not a Verifik Tray; or the app ended before its answer was whole; or it is silent. */
export type Unanswered = "nobody" | "ended" | "silent";

/** Asks the app on the first of these paths on which one answers. A busy one is asked again. */
export async function askApp(paths: readonly string[], request: Request): Promise<Answer | Unanswered> {
  const untilMs = performance.now() + givesUpAfterMs;
  for (;;) {
    const answer = await askFirst(paths, request, untilMs);
    const isBusy = typeof answer !== "string" && answer.kind === "refused" && answer.reason === "busy";
    if (!isBusy || performance.now() + asksBusyAppAgainAfterMs >= untilMs) return answer;
    await wait(asksBusyAppAgainAfterMs);
  }
}

async function askFirst(paths: readonly string[], request: Request, untilMs: number): Promise<Answer | Unanswered> {
  for (const path of paths) {
    const answer = await ask(path, request, untilMs);
    if (answer !== "nobody") return answer;
  }
  return "nobody";
}

function ask(path: string, request: Request, untilMs: number): Promise<Answer | Unanswered> {
  return new Promise((resolve) => {
    const socket = connect(path);
    let text = "";
    let isConnected = false;
    const done = (answer: Answer | Unanswered) => {
      clearTimeout(limit);
      resolve(answer);
      socket.destroy();
    };
    const limit = setTimeout(() => done("silent"), Math.max(0, untilMs - performance.now()));
    socket.setEncoding("utf8");
    socket.once("connect", () => {
      isConnected = true;
      socket.write(requestLine(request));
    });
    socket.on("data", (chunk: string) => {
      text += chunk;
      const end = text.indexOf("\n");
      if (end >= 0) done(readAnswer(text.slice(0, end)) ?? "nobody");
      else if (text.length > longestAnswerBytes) done("nobody");
    });
    socket.once("close", () => done(isConnected ? "ended" : "nobody"));
    // "close" follows.
    socket.on("error", () => {});
  });
}

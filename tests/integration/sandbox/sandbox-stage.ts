import { afterEach, beforeEach } from "vitest";
import { type Sandbox, type SandboxOptions, startSandbox } from "../../../sandbox/server.ts";

/** The sandbox of the running test. Its clock stands still until a test moves it. */
export interface SandboxStage {
  sandbox: Sandbox;
  nowMs: number;
  readonly passSeconds: (seconds: number) => void;
}

/** Starts a sandbox before each test of the file, at `startMs`, and closes it afterwards. */
export function stageSandbox(startMs: number, options: SandboxOptions = {}): SandboxStage {
  const stage = {
    nowMs: startMs,
    passSeconds(seconds: number) {
      stage.nowMs += seconds * 1000;
    },
  } as SandboxStage;
  beforeEach(async () => {
    stage.nowMs = startMs;
    stage.sandbox = await startSandbox({ nowMs: () => stage.nowMs, ...options });
  });
  afterEach(() => stage.sandbox.close());
  return stage;
}

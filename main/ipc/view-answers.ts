import type { Outcome } from "../../domain/failure.ts";
import { ok } from "../../domain/result.ts";
import type { SessionView, ViewOutcome } from "../../preload/contract.ts";

/** Makes responses that contain the view as it is after the call. */
export class ViewAnswers {
  constructor(readonly view: () => SessionView) {}

  /** For a call that cannot fail. */
  after(change: () => void): SessionView {
    change();
    return this.view();
  }

  /** For a call that can fail: the view, or the failure. */
  async outcome(running: Promise<Outcome> | Outcome): Promise<ViewOutcome> {
    const outcome = await running;
    return outcome.ok ? ok(this.view()) : outcome;
  }
}

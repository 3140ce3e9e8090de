import { DesktopProcess, type ProcessOptions } from "../process/desktop-process.ts";

/** The programs that own selections, each until another program takes its selection over. */
export class SelectionHolders {
  readonly #holders: DesktopProcess[] = [];

  /** Starts a program that owns a selection. Resolves when `isHeld`; asks repeatedly, because such programs do not report it. */
  async start(
    command: string,
    args: readonly string[],
    options: ProcessOptions,
    isHeld: () => Promise<boolean>,
  ): Promise<void> {
    const holder = await DesktopProcess.start(command, args, options);
    this.#holders.push(holder);
    let waiting = true;
    const held = async () => {
      while (waiting && !(await isHeld()));
    };
    try {
      await holder.untilReady(held(), "holding the selection");
    } finally {
      waiting = false;
    }
  }

  /** Stops the programs, so that they own their selections and answer nothing. */
  freeze(): void {
    for (const { pid } of this.#holders) process.kill(pid, "SIGSTOP");
  }

  async end(): Promise<void> {
    await Promise.all(this.#holders.map((holder) => holder.end()));
  }
}

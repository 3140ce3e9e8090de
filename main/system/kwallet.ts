import * as v from "valibot";
import { parsedBody, patientAnswerMs, type SessionBus } from "./session-bus.ts";

const walletInterface = "org.kde.KWallet";
/** The dialog belongs to no window. */
const noWindow = 0n;

/** KDE's keyring, by the same calls that Chromium makes. Chromium's own give up after 25 seconds and wait in the main process. */
export class KWallet {
  readonly #object: { readonly destination: string; readonly path: string; readonly interface: string };
  #onChanged = () => {};

  /** `module` is "kwalletd5" or "kwalletd6". */
  constructor(
    private readonly bus: SessionBus,
    module: string,
    private readonly application: string,
  ) {
    this.#object = { destination: `org.kde.${module}`, path: `/modules/${module}`, interface: walletInterface };
    bus.onOwnerChanged(this.#object.destination, () => this.#onChanged());
    bus.watch([`type='signal',interface='${walletInterface}',member='walletOpened'`], (signal) => {
      if (signal.interface === walletInterface) this.#onChanged();
    });
  }

  /** True once the wallet is open. With `ask` it may ask the person for the password; only that has no time limit. */
  async open(ask: boolean): Promise<boolean> {
    if (!(await this.#call("isEnabled", "", [], v.boolean()))) return false;
    const wallet = await this.#call("networkWallet", "", [], v.string());
    if (wallet === undefined) return false;
    if (!ask) return (await this.#call("isOpen", "s", [wallet], v.boolean())) === true;
    const open = { ...this.#object, member: "open", signature: "sxs", body: [wallet, noWindow, this.application] };
    const [handle] = parsedBody(await this.bus.send(open), v.tuple([v.number()])) ?? [];
    return handle !== undefined && handle >= 0;
  }

  /** Calls back when a wallet was opened, and when KWallet has come or gone. */
  onChanged(listener: () => void): void {
    this.#onChanged = listener;
  }

  async #call<Schema extends v.GenericSchema>(member: string, signature: string, body: unknown[], schema: Schema) {
    const answer = await this.bus.call(
      { ...this.#object, member, signature, body },
      v.tuple([schema]),
      patientAnswerMs,
    );
    return answer?.[0];
  }
}

import { identity } from "../startup/identity.ts";
import type { KeyringService } from "./desktop-services.ts";
import { KWallet } from "./kwallet.ts";
import { SecretService } from "./secret-service.ts";
import type { SessionBus } from "./session-bus.ts";

/** A keyring that takes longer without asking a person counts as closed. */
const answersWithinMs = 1_000;

/** The keyring that Electron uses; `backend` is Electron's name for it. */
export class LinuxKeyring implements KeyringService {
  readonly #service: SecretService | KWallet | undefined;

  constructor(
    private readonly bus: SessionBus,
    backend: string,
  ) {
    const { productName } = identity;
    if (backend.startsWith("kwallet"))
      this.#service = new KWallet(bus, backend.replace("kwallet", "kwalletd"), productName);
    if (backend === "gnome_libsecret") this.#service = new SecretService(bus, productName);
  }

  async open(ask: boolean): Promise<boolean> {
    if (!this.#service) return false;
    return ask ? this.#service.open(true) : Promise.race([this.#service.open(false), closedLater()]);
  }

  onChanged(listener: () => void): void {
    this.#service?.onChanged(listener);
    this.bus.onLateConnection(listener);
  }
}

function closedLater(): Promise<false> {
  return new Promise((resolve) => setTimeout(() => resolve(false), answersWithinMs).unref());
}

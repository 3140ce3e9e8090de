import { err, ok, type Result } from "../../../domain/result.ts";
import type { Keyring } from "../../../main/storage/keyring.ts";

/** A keyring with a key of one byte. */
export class FakeKeyring implements Keyring {
  available = true;
  /** While this is set, calls wait until `answer` is called, as if the keyring asked for its password. */
  slow = false;
  readonly #waiting: (() => void)[] = [];

  constructor(
    readonly name = "gnome_libsecret",
    private readonly key = 0xa5,
  ) {}

  async encrypt(text: string): Promise<Buffer | undefined> {
    await this.#turn();
    return this.available ? Buffer.concat([Buffer.of(this.key), this.#mixed(Buffer.from(text))]) : undefined;
  }

  async decrypt(ciphertext: Buffer): Promise<Result<string, "unavailable" | "undecryptable">> {
    await this.#turn();
    if (!this.available) return err("unavailable");
    const text = this.#mixed(ciphertext.subarray(1)).toString();
    // The real keyring checks the text in the same way.
    return ciphertext[0] === this.key && /^[\x21-\x7e]+$/.test(text) ? ok(text) : err("undecryptable");
  }

  /** Lets the oldest waiting call go on. */
  answer(): void {
    this.#waiting.shift()?.();
  }

  async #turn(): Promise<void> {
    if (this.slow) await new Promise<void>((goOn) => this.#waiting.push(goOn));
  }

  #mixed(bytes: Buffer): Buffer {
    return Buffer.from(bytes.map((byte) => byte ^ this.key));
  }
}

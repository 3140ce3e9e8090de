import { Variant } from "@jellybrick/dbus-next";
import * as v from "valibot";
import { patientAnswerMs, type SessionBus } from "./session-bus.ts";

const name = "org.freedesktop.secrets";
const service = { destination: name, path: "/org/freedesktop/secrets", interface: "org.freedesktop.Secret.Service" };
const collectionInterface = "org.freedesktop.Secret.Collection";
const promptInterface = "org.freedesktop.Secret.Prompt";
/** The path that stands for no object. */
const nothing = "/";

const paths = v.array(v.string());

/**
 * A keyring such as GNOME's or KeePassXC: https://specifications.freedesktop.org/secret-service-spec/latest/. Opens what
 * Chromium uses, the default collection and our own items, before Chromium does that in the main process.
 */
export class SecretService {
  readonly #prompts = new Map<string, (accepted: boolean) => void>();
  #onChanged = () => {};

  constructor(
    private readonly bus: SessionBus,
    private readonly application: string,
  ) {
    bus.onOwnerChanged(name, () => {
      for (const end of this.#prompts.values()) end(false);
      this.#onChanged();
    });
    const rules = [service.interface, promptInterface].map((one) => `type='signal',interface='${one}'`);
    bus.watch(rules, (signal) => {
      if (signal.interface === promptInterface) this.#prompts.get(signal.path ?? "")?.(signal.body[0] === false);
      if (signal.interface === service.interface) this.#onChanged();
    });
  }

  /** True once the keyring is unlocked. With `ask` it may ask the person for the password; only that has no time limit. */
  async open(ask: boolean): Promise<boolean> {
    const [collection] = (await this.#call("ReadAlias", "s", ["default"], v.tuple([v.string()]))) ?? [];
    if (collection === undefined) return false;
    if (collection === nothing) return ask && this.#createCollection();
    const locked = await this.#locked(collection);
    return locked?.length === 0 || (locked !== undefined && ask && this.#unlock(locked));
  }

  /** Calls back when a collection may have been unlocked, and when another keyring has come or gone. */
  onChanged(listener: () => void): void {
    this.#onChanged = listener;
  }

  async #locked(collection: string): Promise<string[] | undefined> {
    const get = { destination: name, path: collection, interface: "org.freedesktop.DBus.Properties", member: "Get" };
    const flag = await this.bus.call(
      { ...get, signature: "ss", body: [collectionInterface, "Locked"] },
      v.tuple([v.object({ value: v.boolean() })]),
      patientAnswerMs,
    );
    const items = await this.#call(
      "SearchItems",
      "a{ss}",
      [{ application: this.application }],
      v.tuple([paths, paths]),
    );
    if (!flag || !items) return undefined;
    return flag[0].value ? [collection, ...items[1]] : items[1];
  }

  async #unlock(locked: string[]): Promise<boolean> {
    const unlocked = await this.#call("Unlock", "ao", [locked], v.tuple([paths, v.string()]));
    return unlocked !== undefined && (await this.#answered(unlocked[1])) && (await this.open(false));
  }

  async #createCollection(): Promise<boolean> {
    const label = { "org.freedesktop.Secret.Collection.Label": new Variant("s", "Default") };
    const created = await this.#call(
      "CreateCollection",
      "a{sv}s",
      [label, "default"],
      v.tuple([v.string(), v.string()]),
    );
    return created !== undefined && (await this.#answered(created[1])) && (await this.open(false));
  }

  /** Shows the prompt. True once the person has answered it, or if there is nothing to answer. */
  async #answered(prompt: string): Promise<boolean> {
    if (prompt === nothing) return true;
    const answered = new Promise<boolean>((resolve) => this.#prompts.set(prompt, resolve));
    const show = { destination: name, path: prompt, interface: promptInterface, member: "Prompt" };
    const shown = await this.bus.send({ ...show, signature: "s", body: [""] });
    const accepted = shown !== undefined && (await answered);
    this.#prompts.delete(prompt);
    return accepted;
  }

  async #call<Schema extends v.GenericSchema>(member: string, signature: string, body: unknown[], schema: Schema) {
    return this.bus.call({ ...service, member, signature, body }, schema, patientAnswerMs);
  }
}

import { join } from "node:path";
import { type Message, Variant } from "@jellybrick/dbus-next";
import { nativeImage } from "electron";
import * as v from "valibot";
import { identity } from "../startup/identity.ts";
import type { DesktopNotifications } from "./desktop-services.ts";
import { type MethodCall, parsedBody, type SessionBus } from "./session-bus.ts";

const name = "org.freedesktop.Notifications";
const object = { path: "/org/freedesktop/Notifications", interface: name };

/** A service that is silent for longer is asked again. */
const answersWithinMs = 60_000;
/** A quit waits no longer for an answer to `Notify`. */
const withdrawsWithinMs = 1_000;
/** Enough for 48 points on a screen with double density. */
const iconSizePx = 96;
const expiresByDefault = -1;

/** The unique bus name of the service that shows the notification. Another service may give the same id. */
interface Shown {
  readonly service: string;
  readonly id: number;
  readonly onClick: () => void;
}

/**
 * Notifications over our own D-Bus connection: https://specifications.freedesktop.org/notification-spec/latest/. Electron's
 * own wait for the service's answer in the main process: https://github.com/electron/electron/issues/48753. Electron's can be
 * used again once that is fixed.
 */
export class LinuxNotifications implements DesktopNotifications {
  #service: string | undefined;
  #shown: Shown | undefined;
  /** The latest call. An aborted one is no longer waited for. */
  #call = new AbortController();
  /** Pending while the service has not answered `Notify`, or a late notification is being closed. */
  #notified: Promise<void> = Promise.resolve();
  #onServiceChanged = () => {};

  constructor(private readonly bus: SessionBus) {
    bus.onOwnerChanged(name, () => {
      this.#shown = undefined;
      this.#call.abort();
      this.#onServiceChanged();
    });
    bus.watch([`type='signal',interface='${name}'`], (signal) => {
      // A click may arrive together with the answer to `Notify`, which a promise hands over a little later.
      if (signal.interface === name) setImmediate(() => this.#receive(signal));
    });
  }

  async isReady(): Promise<boolean> {
    const answer = await this.#ask({ ...object, destination: name, member: "GetServerInformation" });
    this.#service = answer?.sender;
    return answer !== undefined;
  }

  async show(words: { readonly title: string; readonly body: string }, onClick: () => void): Promise<boolean> {
    const service = this.#service;
    if (service === undefined) return false;
    const replaced = this.#shown?.service === service ? this.#shown.id : 0;
    const notify = {
      ...object,
      destination: service,
      member: "Notify",
      signature: "susssasa{sv}i",
      body: [
        identity.productName,
        replaced,
        "",
        words.title,
        words.body,
        ["default", words.body],
        hints(),
        expiresByDefault,
      ],
    };
    // A notification that comes too late is closed, because another one may have taken its place.
    const answer = await this.#ask(notify, (late) => this.#close(service, notificationId(late)));
    const id = notificationId(answer);
    if (id === undefined) return false;
    this.#shown = { service, id, onClick };
    return true;
  }

  async withdraw(): Promise<void> {
    this.#call.abort();
    const shown = this.#shown;
    this.#shown = undefined;
    // A notification on its way has no id yet, and would stay after a quit.
    await Promise.race([this.#notified, withdrawn()]);
    if (shown) await this.#close(shown.service, shown.id);
  }

  onServiceChanged(listener: () => void): void {
    this.#onServiceChanged = listener;
  }

  /** The answer; `undefined` on an error or once the call was aborted. A later answer goes to `onLate`. */
  #ask(call: MethodCall, onLate?: (answer: Message | undefined) => Promise<void>): Promise<Message | undefined> {
    const controller = new AbortController();
    this.#call = controller;
    const timer = setTimeout(() => {
      controller.abort();
      this.#onServiceChanged();
    }, answersWithinMs);
    return new Promise((resolve) => {
      controller.signal.addEventListener("abort", () => {
        clearTimeout(timer);
        resolve(undefined);
      });
      const answered = this.bus.send(call).then(async (answer) => {
        clearTimeout(timer);
        resolve(answer);
        if (controller.signal.aborted) await onLate?.(answer);
      });
      if (onLate) this.#notified = answered;
    });
  }

  #receive({ sender, member, body }: Message): void {
    const shown = this.#shown;
    if (sender !== shown?.service || body[0] !== shown.id) return;
    if (member === "NotificationClosed") this.#shown = undefined;
    if (member === "ActionInvoked") shown.onClick();
  }

  async #close(service: string, id: number | undefined): Promise<void> {
    if (id === undefined) return;
    const close = { ...object, destination: service, member: "CloseNotification", signature: "u", body: [id] };
    await this.bus.call(close, v.unknown());
  }
}

/** Resolves when a withdrawal has waited long enough for an answer. */
function withdrawn(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, withdrawsWithinMs).unref());
}

function notificationId(answer: Message | undefined): number | undefined {
  return parsedBody(answer, v.tuple([v.number()]))?.[0];
}

/** The icon is sent as pixels, because the service cannot read a file inside our package. */
function hints(): Record<string, Variant> {
  const icon = nativeImage.createFromPath(join(__dirname, "../../resources/icon-256.png"));
  const pixels = icon.resize({ width: iconSizePx, height: iconSizePx }).toBitmap();
  // Electron's pixels begin with blue, the notification's with red.
  for (let at = 0; at < pixels.length; at += 4) pixels.subarray(at, at + 3).reverse();
  const image = [iconSizePx, iconSizePx, 4 * iconSizePx, true, 8, 4, pixels];
  return {
    "desktop-entry": new Variant("s", identity.packageName),
    "image-data": new Variant("(iiibiiay)", image),
  };
}

import "../../integration/storage/electron-store-in-node.ts";
import type { DueReminder, NumberMemory } from "../../../domain/ports.ts";
import { startExpiryTimer } from "../../../domain/reminders/expiry-timer.ts";
import { copiedToken, createReminderScheduler, presentToken } from "../../../domain/reminders/reminder-scheduler.ts";
import { AutomaticRenewal } from "../../../domain/renewal/automatic-renewal.ts";
import { ok } from "../../../domain/result.ts";
import { Session } from "../../../domain/session/session.ts";
import type { CopiedToken } from "../../../domain/token/copied-token.ts";
import type { TokenClipboard } from "../../../main/clipboard/token-clipboard.ts";
import { type Commands, createCommands } from "../../../main/commands.ts";
import { SettingsStore } from "../../../main/storage/settings-store.ts";
import { createTokenNotes, NotesStore } from "../../../main/storage/token-notes.ts";
import { TokenStore } from "../../../main/storage/token-store.ts";
import { createTokenVault } from "../../../main/storage/token-vault.ts";
import type { Autostart } from "../../../main/system/autostart.ts";
import { keptTokenView } from "../../../main/views/token-view.ts";
import { desktopTexts } from "../../../texts/desktop.ts";
import { expiryText } from "../../../texts/token-texts.ts";
import { FakeKeyring } from "../../fixtures/fake-keyring.ts";
import { phoneNumber } from "../../fixtures/session-fakes.ts";
import type { SimulatedComputer } from "./computer.ts";
import type { SimulatedVerifik } from "./verifik.ts";

export const shownLocale = "en-US";
const expiryTexts = new Map<string, string>();
const texts = desktopTexts("en", "sentence");
const origin = "https://api.verifik.co";

const numbers: NumberMemory = {
  load: async () => undefined,
  remember: async () => {},
  forget: () => ok(undefined),
};

/** What the tray shows of the token: how it stands, and until when it is good, in the words of here and now. */
export interface Shown {
  readonly status: string;
  readonly expiry: string;
}

export interface Desktop {
  readonly notificationServer: boolean;
  /** Before it has read what is stored. */
  readonly onStarting: (app: RunningApp) => void;
  readonly onToken: () => void;
  readonly onReminder: (due: DueReminder, nowMs: number) => void;
  readonly onCopyReminder: (due: DueReminder<CopiedToken>, nowMs: number) => void;
}

/** The disk is full at times. */
class DiskWithLimits extends NotesStore {
  constructor(
    folder: string,
    private readonly computer: SimulatedComputer,
  ) {
    super(folder, computer.nowMs());
  }

  override change(...change: Parameters<NotesStore["change"]>): void {
    if (this.computer.diskFull) throw new Error("ENOSPC");
    super.change(...change);
  }
}

/** One run of the app, from its start to its end: the product's own session, store, watch and reminders, wired as it does. */
export class RunningApp {
  readonly session: Session;
  readonly renewal: AutomaticRenewal;
  readonly settings: SettingsStore;
  readonly commands: Commands;
  shown: Shown | undefined;
  #check = () => {};

  private constructor(
    private readonly computer: SimulatedComputer,
    verifik: SimulatedVerifik,
    folder: string,
  ) {
    this.settings = new SettingsStore(folder, computer.nowMs());
    const vault = createTokenVault(new TokenStore(folder, computer.nowMs()), new FakeKeyring(), origin);
    const notes = createTokenNotes(new DiskWithLimits(folder, computer), origin);
    this.session = new Session(verifik, vault, numbers, notes, computer);
    this.renewal = new AutomaticRenewal(this.session, this.settings, computer, computer.random);
    const clipboard = { copy: async () => ok(undefined), clear: async () => {} } as unknown as TokenClipboard;
    this.commands = createCommands(this.session, clipboard, this.settings, {} as Autostart);
  }

  static async start(
    computer: SimulatedComputer,
    verifik: SimulatedVerifik,
    folder: string,
    desktop: Desktop,
  ): Promise<RunningApp> {
    const app = new RunningApp(computer, verifik, folder);
    desktop.onStarting(app);
    const isReady = async () => desktop.notificationServer;
    const withdrawReminder = () => {};
    const checkPresent = createReminderScheduler(presentToken(app.renewal), app.session, app.settings, computer, {
      isReady,
      async showReminder(due, nowMs) {
        desktop.onReminder(due, nowMs);
        return true;
      },
      withdrawReminder,
    });
    const checkCopy = createReminderScheduler(copiedToken, app.session, app.settings, computer, {
      isReady,
      async showReminder(due, nowMs) {
        desktop.onCopyReminder(due, nowMs);
        return true;
      },
      withdrawReminder,
    });
    app.#check = () => {
      void checkPresent();
      void checkCopy();
    };
    app.session.onChanged(() => {
      desktop.onToken();
      app.#show();
    });
    app.settings.onChanged(() => app.#show());
    startExpiryTimer(app.session, app.settings, computer, computer.alarm, app.renewal, (occasion) => {
      app.session.copies.flush();
      void app.renewal.settle(occasion).then(app.#check);
      app.#check();
      app.#show();
    });
    await app.session.load();
    app.#check();
    app.#show();
    return app;
  }

  async logIn(): Promise<void> {
    this.session.logins.start();
    await this.session.logins.requestOtp(phoneNumber("3001234567", "CO"), false);
    await this.session.logins.confirmOtp("123456");
  }

  #show(): void {
    const { token } = this.session.state;
    if (token.kind !== "kept") {
      this.shown = undefined;
      return;
    }
    const view = keptTokenView(token.token, token.storage, this.computer.nowMs());
    if (view.status === "absent" || view.status === "unreadable") throw new Error("A token that is kept is shown.");
    // What the same zone makes of the same moment is the same, and making a format takes longer than all the rest.
    const key = `${process.env.TZ} ${view.status} ${view.expiresAtMs}`;
    const expiry = expiryTexts.get(key) ?? expiryText(texts, view, shownLocale);
    expiryTexts.set(key, expiry);
    this.shown = { status: view.status, expiry };
  }
}

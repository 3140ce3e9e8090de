/** The tray that the desktop has, and whether our icon is in it. */
export interface TrayState {
  /** "system" is the tray of macOS and Windows, which is always there. The other kinds are Linux's. */
  readonly host: "system" | "status-notifier" | "xembed" | "none";
  /** A StatusNotifier host counts only if it lists our icon and the icon answers. The other kinds cannot be queried, so they count as showing the icon. */
  readonly shown: boolean;
}

/** Shows one notification at a time. */
export interface DesktopNotifications {
  /** Resolves to true once the notification service answers. Resolves to false without a service, or after a minute of silence. */
  isReady(): Promise<boolean>;
  /**
   * Replaces the notification before. Resolves to true once the service has accepted it. Resolves to false if the service
   * refuses, goes away or is silent for a minute, or after `withdraw`.
   */
  show(words: { readonly title: string; readonly body: string }, onClick: () => void): Promise<boolean>;
  /** Removes the notification from the screen and from the desktop's history. */
  withdraw(): Promise<void>;
  /** Calls back when showing a notification is worth another try. */
  onServiceChanged(listener: () => void): void;
}

/** The keyring that Electron uses. */
export interface KeyringService {
  /**
   * Resolves to true if the keyring is open: then Electron's calls do not wait for a password. With `ask`, a locked keyring asks
   * the person for its password, and the call waits for the answer. Resolves to false if the keyring stays locked or is missing.
   */
  open(ask: boolean): Promise<boolean>;
  /** Calls back when the keyring may have been opened or started. */
  onChanged(listener: () => void): void;
}

/** Services that a desktop may lack, and may start later. */
export interface DesktopServices {
  trayState(): Promise<TrayState>;
  /** One for each kind of reminder, and one for the command line. None replaces or withdraws another's notification. */
  readonly notifications: Readonly<Record<"present" | "copy" | "commandLine", DesktopNotifications>>;
  readonly keyring: KeyringService;
  /** Calls back whenever `trayState` may have changed. `isNewHost`: because a tray host has come or gone. */
  onTrayChanged(listener: (isNewHost: boolean) => void): void;
  /** Calls back when the screen is locked, where the system reports it; possibly several times for one lock. */
  onScreenLocked(listener: () => void): void;
}

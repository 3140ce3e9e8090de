/** Electron's name for Chromium's fallback on a desktop without a keyring. */
export const noKeyring = "basic_text";

/** A keyring's name in the window: "GNOME Keyring" for "gnome_libsecret". */
export function keyringTitle(name: string): string {
  const titles: Record<string, string> = {
    gnome_libsecret: "GNOME Keyring",
    kwallet: "KWallet",
    keychain: "Keychain",
    dpapi: "Windows",
  };
  return titles[name] ?? name;
}

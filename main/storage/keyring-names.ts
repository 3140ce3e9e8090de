/** Chromium's name for what it falls back to where it knows no keyring for the desktop. */
export const noKeyring = "basic_text";

/** A keyring's name as a person knows it. */
export function keyringTitle(name: string): string {
  const titles: Record<string, string> = {
    gnome_libsecret: "GNOME Keyring",
    kwallet: "KWallet",
    keychain: "Keychain",
    dpapi: "Windows",
  };
  return titles[name] ?? name;
}

/** The D-Bus interfaces by which desktops announce their lock screen. */
const interfaces = [
  // KDE Plasma, LXQt and most others.
  "org.freedesktop.ScreenSaver",
  "org.gnome.ScreenSaver",
  "org.mate.ScreenSaver",
  "org.cinnamon.ScreenSaver",
  "org.xfce.ScreenSaver",
] as const;

const member = "ActiveChanged";

/** Match rules that make the bus deliver these signals. */
export const screenLockRules: readonly string[] = interfaces.map(
  (name) => `type='signal',interface='${name}',member='${member}'`,
);

interface BusSignal {
  readonly interface?: string | undefined;
  readonly member?: string | undefined;
  readonly body: readonly unknown[];
}

/** True if the signal says that the screen was locked or covered by a screen saver. */
export function isScreenLock(signal: BusSignal): boolean {
  const [active] = signal.body;
  return signal.member === member && interfaces.some((name) => name === signal.interface) && active === true;
}

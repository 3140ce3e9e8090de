/** What desktops announce their lock screen by, on the session bus; each has its own name for the same signal. */
const interfaces = [
  // KDE Plasma, LXQt and most others.
  "org.freedesktop.ScreenSaver",
  "org.gnome.ScreenSaver",
  "org.mate.ScreenSaver",
  "org.cinnamon.ScreenSaver",
  "org.xfce.ScreenSaver",
] as const;

const member = "ActiveChanged";

/** As the bus wants them, to pass the signals on to us. */
export const screenLockRules: readonly string[] = interfaces.map(
  (name) => `type='signal',interface='${name}',member='${member}'`,
);

interface BusSignal {
  readonly interface?: string | undefined;
  readonly member?: string | undefined;
  readonly body: readonly unknown[];
}

/** Whether the signal says that the screen is locked now, or hidden by a screen saver. */
export function isScreenLock(signal: BusSignal): boolean {
  const [active] = signal.body;
  return signal.member === member && interfaces.some((name) => name === signal.interface) && active === true;
}

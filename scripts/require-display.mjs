import { SetupFailure } from "./setup/failure.mjs";

export const demoHint = "To see it at work on a built-in sandbox: npm run demo";

/** @throws {SetupFailure} display-missing */
export function requireDisplay() {
  if (process.platform !== "linux" || process.env.DISPLAY || process.env.WAYLAND_DISPLAY) return;
  throw new SetupFailure(
    "display-missing",
    `There is no display: neither DISPLAY nor WAYLAND_DISPLAY is set. Start it in a desktop session.\n${demoHint}`,
  );
}

/**
 * XDG_CURRENT_DESKTOP as the desktop set it, such as "ubuntu:GNOME". Electron makes that "Unity", and keeps the original beside it;
 * where the variable is unset, it writes "undefined" there.
 */
export function currentDesktop(env: NodeJS.ProcessEnv = process.env): string | undefined {
  return env.XDG_CURRENT_DESKTOP && (env.ORIGINAL_XDG_CURRENT_DESKTOP || env.XDG_CURRENT_DESKTOP);
}

/**
 * The desktops whose top bar is dark in light themes too: GNOME's shell, plain or as Ubuntu ships it (see
 * https://github.com/ubuntu/yaru/issues/3903). Other panels follow themes that tell an app nothing about their colour.
 */
const darkPanels = ["GNOME", "ubuntu:GNOME"];

/** Whether the panel is known to be dark. `desktop` is XDG_CURRENT_DESKTOP. */
export function hasDarkPanel(desktop = ""): boolean {
  return darkPanels.includes(desktop);
}

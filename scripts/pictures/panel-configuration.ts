import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { scale } from "./picture-file.ts";
import type { Theme } from "./window-picture.ts";

/** In CSS pixels. */
export const panelHeightPx = 32;

const font = "Inter 10";
const noteColors = {
  light: { background: "#ffffff", foreground: "#1d2423", frame: "#c3ccca" },
  dark: { background: "#232a29", foreground: "#eef3f2", frame: "#46514f" },
};

/** Writes the settings of GTK, panel and dunst; everything else keeps its default. */
export function configurePanelDesktop(configHome: string, theme: Theme): { readonly dunstrc: string } {
  writeFileSync(join(configHome, "gtk-3.0", "settings.ini"), gtkSettings(theme));
  const channels = join(configHome, "xfce4", "xfconf", "xfce-perchannel-xml");
  mkdirSync(channels, { recursive: true });
  writeFileSync(join(channels, "xfce4-panel.xml"), panelChannel);
  const dunstrc = join(configHome, "dunstrc");
  writeFileSync(dunstrc, dunstSettings(theme));
  return { dunstrc };
}

function gtkSettings(theme: Theme): string {
  return `[Settings]
gtk-font-name=${font}
gtk-theme-name=Adwaita
gtk-application-prefer-dark-theme=${theme === "dark" ? 1 : 0}
`;
}

/** One panel at the upper edge, with tray and clock at its right end. With this file the first-run wizard does not appear. */
const panelChannel = `<?xml version="1.0" encoding="UTF-8"?>
<channel name="xfce4-panel" version="1.0">
  <property name="configver" type="int" value="2"/>
  <property name="panels" type="array">
    <value type="int" value="1"/>
    <property name="panel-1" type="empty">
      <property name="position" type="string" value="p=6;x=0;y=0"/>
      <property name="position-locked" type="bool" value="true"/>
      <property name="length" type="uint" value="100"/>
      <property name="size" type="uint" value="${panelHeightPx}"/>
      <property name="plugin-ids" type="array">
        <value type="int" value="1"/>
        <value type="int" value="2"/>
        <value type="int" value="3"/>
      </property>
    </property>
  </property>
  <property name="plugins" type="empty">
    <property name="plugin-1" type="string" value="separator">
      <property name="expand" type="bool" value="true"/>
      <property name="style" type="uint" value="0"/>
    </property>
    <property name="plugin-2" type="string" value="systray"/>
    <property name="plugin-3" type="string" value="clock">
      <property name="digital-layout" type="uint" value="3"/>
      <property name="digital-time-font" type="string" value="${font}"/>
      <property name="digital-time-format" type="string" value="  %H:%M  "/>
    </property>
  </property>
</channel>
`;

function dunstSettings(theme: Theme): string {
  const { background, foreground, frame } = noteColors[theme];
  return `[global]
scale = ${scale}
origin = top-right
offset = 12x${panelHeightPx + 12}
width = 340
font = Inter ${10 * scale}
format = "<b>%s</b>\\n%b"
show_indicators = no
padding = 14
horizontal_padding = 16
corner_radius = 8
frame_width = 1
min_icon_size = 32
max_icon_size = 32

[urgency_normal]
background = "${background}"
foreground = "${foreground}"
frame_color = "${frame}"
timeout = 0
`;
}

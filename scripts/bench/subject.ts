import { join } from "node:path";
import { launchArguments } from "../../desktop-lab/app/tray-app.ts";
import type { PrivateDesktop } from "../../desktop-lab/desktop/private-desktop.ts";
import { projectFolder } from "../project-folder.mjs";
import type { Sight } from "./x11/x-screen.ts";

/** What is measured, on a desktop of its own that it keeps, with its profile, through all rounds. */
export interface Subject {
  readonly desktop: PrivateDesktop;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
}

/** A subject whose menu copies a text and opens a window. */
export interface ActingSubject extends Subject {
  readonly copyLabel: string;
  readonly copies: (text: string) => boolean;
  readonly openLabel: string;
  /** The part of the screen that shows that the window is there. */
  readonly opened: Sight;
}

/** Bare Electron with an icon and an empty menu. */
export function bareElectron(desktop: PrivateDesktop): Subject {
  return { desktop, args: argumentsFor("bare"), env: desktop.env };
}

/** The same with a menu that copies a text and opens a blank window: labels, text and colour are those in its folder. */
export function bareElectronWithWindow(desktop: PrivateDesktop): ActingSubject {
  const centre = { x: 640, y: 450, width: 1, height: 1 };
  const blue = Buffer.from([0x99, 0x66, 0x33, 0]);
  return {
    desktop,
    args: argumentsFor("bare-window"),
    env: desktop.env,
    copyLabel: "Copy",
    copies: (text) => text.startsWith("as long as a token"),
    openLabel: "Open",
    opened: { clip: centre, pixels: blue },
  };
}

function argumentsFor(folder: string): string[] {
  const [, ...same] = launchArguments();
  return [join(projectFolder, "scripts", "bench", "subjects", folder), ...same];
}

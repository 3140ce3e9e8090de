import { loginStates } from "./login-states.ts";
import { renewalStates } from "./renewal-states.ts";
import { settingsStates } from "./settings-states.ts";
import type { ReachableState } from "./stage.ts";
import { tokenStates } from "./token-states.ts";
import { updateStates } from "./update-states.ts";

const states = { ...loginStates, ...tokenStates, ...renewalStates, ...settingsStates, ...updateStates };

export type WindowStateName = keyof typeof states;

/** All states of the window. Tests check each one in both languages and themes, and each has a picture. */
export const windowStates: Readonly<Record<WindowStateName, ReachableState>> = states;

export const windowStateNames = Object.keys(states) as WindowStateName[];

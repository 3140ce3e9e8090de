import { createContext } from "preact";
import { type Dispatch, type StateUpdater, useContext } from "preact/hooks";
import type { Failure } from "../../domain/failure.ts";
import type { Bridge, SessionView } from "../../preload/contract.ts";
import type { Language, Texts } from "../../texts/index.ts";

/** What every part of the window needs. */
export interface WindowContext {
  readonly bridge: Bridge;
  readonly texts: Texts;
  readonly language: Language;
  /** BCP 47. */
  readonly locale: string;
  readonly applyView: (view: SessionView) => void;
  readonly announce: Dispatch<StateUpdater<Announcement | undefined>>;
}

/** A failure to show; a new object each time, so that the same words twice are announced twice. */
export interface ShownFailure {
  readonly failure: Failure;
  /** On `performance.now()`; how long somebody has to wait counts from here. */
  readonly failedAtMs: number;
}

/** Said once by a screen reader; `visible` for what the eye would miss too. A failure is always seen. */
export type Announcement = { readonly text: string; readonly visible: boolean } | ShownFailure;

const context = createContext<WindowContext | undefined>(undefined);

export const WindowProvider = context.Provider;

export function useWindow(): WindowContext {
  const value = useContext(context);
  if (!value) throw new Error("used outside of WindowProvider");
  return value;
}

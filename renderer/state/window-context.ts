import { createContext, type RefObject } from "preact";
import { type Dispatch, type StateUpdater, useContext } from "preact/hooks";
import type { Failure } from "../../domain/failure.ts";
import type { Bridge, SessionView } from "../../preload/contract.ts";
import type { Language, Texts } from "../../texts/index.ts";

/** Shared by all components of the window. */
export interface WindowContext {
  readonly bridge: Bridge;
  readonly texts: Texts;
  readonly language: Language;
  /** BCP 47. */
  readonly locale: string;
  readonly applyView: (view: SessionView) => void;
  /** Replaces the announcement; `undefined` removes it. */
  readonly announce: Dispatch<StateUpdater<Announcement | undefined>>;
  /** Where the present screen begins for the keyboard. It gets the focus when the focused control goes. */
  readonly screenStart: RefObject<HTMLElement | null>;
}

/** A failed call. Each one is a new object, so that a screen reader announces the same words again. */
export interface CallError {
  readonly failure: Failure;
  /** By `elapsedMs()`; `waitSeconds` counts from here. */
  readonly failedAtMs: number;
  /** Makes the same call again. */
  readonly retry?: () => void;
}

/** Announced once by a screen reader. A text is also displayed if `visible`; an error always is. */
export type Announcement = { readonly text: string; readonly visible: boolean } | CallError;

const context = createContext<WindowContext | undefined>(undefined);

export const WindowProvider = context.Provider;

/** @throws outside of `WindowProvider` */
export function useWindow(): WindowContext {
  const value = useContext(context);
  if (!value) throw new Error("used outside of WindowProvider");
  return value;
}

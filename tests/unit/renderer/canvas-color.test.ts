import { expect, it } from "vitest";
import { readSource } from "../architecture/source-imports.ts";

/** The window is shown in its own colour before its page is there; another one would flash. */
it("the window's first colours are its page's own", () => {
  const [main, page] = [readSource("main/window/canvas-color.ts"), readSource("renderer/styles/theme.css")];
  const canvases = [...page.matchAll(/--canvas: light-dark\((#\w+), (#\w+)\);/g)].flatMap(([, light, dark]) => [
    light,
    dark,
  ]);
  expect(canvases).toHaveLength(4);
  expect([...main.matchAll(/"(#\w+)"/g)].map(([, color]) => color).sort()).toEqual(canvases.sort());
});

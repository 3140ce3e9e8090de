import { expect, it } from "vitest";
import { readSource } from "../architecture/source-imports.ts";

// The window appears before its page has loaded; another colour would flash.
it("the window opens in its page's background colours", () => {
  const [main, page] = [readSource("main/window/canvas-color.ts"), readSource("renderer/styles/theme.css")];
  const canvases = [...page.matchAll(/--canvas: light-dark\((#\w+), (#\w+)\);/g)].flatMap(([, light, dark]) => [
    light,
    dark,
  ]);
  expect(canvases).toHaveLength(4);
  expect([...main.matchAll(/"(#\w+)"/g)].map(([, color]) => color).sort()).toEqual(canvases.sort());
});

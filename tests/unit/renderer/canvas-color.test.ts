import { expect, it } from "vitest";
import { readSource } from "../architecture/source-imports.ts";

// The empty window is shown before its page has loaded. Another color would flash.
it("the empty window has the page's background color in each theme", () => {
  const [main, page] = [readSource("main/window/canvas-color.ts"), readSource("renderer/styles/theme.css")];
  const canvases = [...page.matchAll(/--canvas: light-dark\((#\w+), (#\w+)\);/g)].flatMap(([, light, dark]) => [
    light,
    dark,
  ]);
  expect(canvases).toHaveLength(4);
  expect([...main.matchAll(/"(#\w+)"/g)].map(([, color]) => color).sort()).toEqual(canvases.sort());
});

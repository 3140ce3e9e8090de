import { expect, test } from "vitest";
import { shapeDifferences } from "./shape.ts";

test("values with equal keys and types have no differences", () => {
  expect(
    shapeDifferences(
      { a: 1, b: { c: "x", d: [true] }, e: null, f: {} },
      { f: {}, e: null, b: { d: [false, true], c: "" }, a: 2 },
    ),
  ).toEqual([]);
});

test("each difference is reported with its path", () => {
  expect(
    shapeDifferences(
      { a: 1, b: { gone: "x" }, c: [0], d: null, e: {} },
      { a: "1", b: { added: "x" }, c: [0, "0"], d: {}, e: [] },
    ),
  ).toEqual([
    "$.a: expected number, found string",
    "$.b.gone: missing",
    "$.b.added: not expected",
    "$.c[1]: expected number, found string",
    "$.d: expected null, found object",
    "$.e: expected object, found array",
  ]);
});

test("a whole value of another type is a difference", () => {
  expect(shapeDifferences({}, undefined)).toEqual(["$: expected object, found undefined"]);
});

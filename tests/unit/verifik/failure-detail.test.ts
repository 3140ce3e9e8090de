import { expect, test } from "vitest";
import { readFailure } from "../../../main/verifik/failures.ts";

const longest = 160;

function detailOf(message: string): string | undefined {
  const failure = readFailure(400, { code: "BadRequest", message }, null, 0);
  return failure.kind === "request-refused" ? failure.detail : expect.fail(failure.kind);
}

test("keeps a short server text unchanged", () => {
  expect(detailOf("Project not found: <b>abc</b>")).toBe("Project not found: <b>abc</b>");
  expect(detailOf("a ".repeat(80).trim())).toHaveLength(159);
  const longestWords = `${"ab ".repeat(53)}c`;
  expect(longestWords).toHaveLength(longest);
  expect(detailOf(longestWords)).toBe(longestWords);
});

test("cuts a long text at the limit with an ellipsis, never within a character", () => {
  const detail = detailOf("so many words ".repeat(10_000));
  expect(detail).toHaveLength(longest);
  expect(detail?.endsWith("…")).toBe(true);
  for (const start of ["", "a", "aa"]) expect(detailOf(start + "😀 ".repeat(1000))).not.toMatch(/\p{Cs}/u);
});

test("puts the text on one line, without control characters that reverse or hide a part", () => {
  expect(detailOf(" one\r\ntwo\u2028three\u2029four\vfive\u0085six\tseven ")).toBe("one two three four five six seven");
  expect(detailOf("a\u202eb\u2066c\u200bd\u0000e\u001b[31mf")).toBe("a b c d e [31mf");
});

test("has no detail if nothing readable is left", () => {
  expect(detailOf(" \n\u200b ")).toBeUndefined();
});

test("removes numbers, codes, hashes and tokens that the server repeats", () => {
  expect(detailOf("No route to +573001234567 today")).toBe("No route to +… today");
  expect(detailOf("No route to +57 300 123 4567, (55) 1234-5678")).toBe("No route to +…");
  expect(detailOf("key JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP, phrase canary7c0ffee00c0ffee0")).toBe("key … phrase …");
  expect(detailOf("Code 012345 is not 6 digits")).toBe("Code … is not 6 digits");
  expect(detailOf("hash $2a$10$fdoxDgtv6J7E4nnZoCORSOiUbpCGOOE5JWghrvAUNZIoX5h81zJLq!")).toBe("hash …");
  expect(detailOf(`Bearer ${"eyJhbGciOiJIUzI1NiJ9.".repeat(4)} refused`)).toBe("Bearer … refused");
  expect(detailOf("Not found: +57 (300) 123-4567, 300.123.45.67")).toBe("Not found: +…");
  expect(detailOf("Code 918 273, 9-1-8-2-7-3, ９１８２７３")).toBe("Code …");
  expect(detailOf("Error 42 in line 7, 12 tries")).toBe("Error 42 in line 7, 12 tries");
});

test("a parameter's name is short and made of letters: numbers and tokens are left out", () => {
  const message = "missing countryCode\n. missing 3001234567\n. missing eyJhbGciOiJIUzI1NiJ9\n. missing a3001234567\n";
  expect(readFailure(409, { code: "MissingParameter", message }, null, 0)).toEqual({
    kind: "parameter-missing",
    parameters: ["countryCode"],
  });
});

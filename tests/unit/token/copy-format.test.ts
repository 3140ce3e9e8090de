import { expect, test } from "vitest";
import { Secret } from "../../../domain/secret.ts";
import { type CopyFormat, copyFormats, formatToken } from "../../../domain/token/copy-format.ts";

const bearerToken = new Secret("eyJhbGciOiJIUzI1NiJ9.e30.c2ln");

test.each<[CopyFormat, string]>([
  ["token", "eyJhbGciOiJIUzI1NiJ9.e30.c2ln"],
  ["authorization-header", "Authorization: Bearer eyJhbGciOiJIUzI1NiJ9.e30.c2ln"],
  ["env-line", "MY_TOKEN=eyJhbGciOiJIUzI1NiJ9.e30.c2ln"],
])("format %s is pasted as %s", (format, pasted) => {
  expect(formatToken(bearerToken, format, "MY_TOKEN").reveal()).toBe(pasted);
});

test.each(copyFormats)("format %s is still a secret", (format) => {
  expect(`${formatToken(bearerToken, format, "MY_TOKEN")}`).toBe("[secret]");
});

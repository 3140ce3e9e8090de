import { expect, test } from "vitest";
import { spokenDuration } from "../../../texts/duration.ts";

test.each([
  [300_000, "5 minutes", "5 minutos"],
  [299_999, "5 minutes", "5 minutos"],
  [299_000, "4 minutes", "4 minutos"],
  [60_000, "1 minute", "1 minuto"],
  [59_001, "1 minute", "1 minuto"],
  [30_000, "30 seconds", "30 segundos"],
  [1, "1 second", "1 segundo"],
  [-1, "0 seconds", "0 segundos"],
])("%i ms reads %s", (remainingMs, english, spanish) => {
  expect(spokenDuration(remainingMs, "en-US")).toBe(english);
  expect(spokenDuration(remainingMs, "es-CO")).toBe(spanish);
});

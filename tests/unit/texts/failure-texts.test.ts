import { describe, expect, test } from "vitest";
import type { Failure } from "../../../domain/failure.ts";
import { failureText } from "../../../texts/failure-texts.ts";
import { textsFor } from "../../../texts/index.ts";
import { sampleFailures } from "./failure-samples.ts";

/** What a person is told to do, by the verbs that say it. */
const doing = {
  en: /\b(ask|check|choose|connect|enter|install|look|log in|log out|top it up|try|wait)\b/i,
  es: /(busca|conéctalo|revisa|elige|elígelo|espera|ingr[eé]s|inicia|inténtalo|pide|recárgala|revísalo|vuelve)/i,
};

describe.each(["en", "es"] as const)("in %s", (language) => {
  const { failures } = textsFor(language);
  const text = (failure: Failure) => failureText(failures, failure);

  test.each(sampleFailures)("%j is told in whole sentences", (failure) => {
    expect(text(failure)).toMatch(/^\p{Lu}.*[.!?)]$|Project not found$/su);
    expect(text(failure)).not.toMatch(/undefined|null|NaN|\[object|\(\)| {2}/);
    expect(text(failure).length).toBeLessThanOrEqual(200);
  });

  test.each(sampleFailures.filter(({ kind }) => kind !== "request-refused"))("%j says what to do", (failure) => {
    expect(text(failure)).toMatch(doing[language]);
  });

  test("no two failures read the same, but for numbers and names in them", () => {
    const seen = new Map<string, Failure>();
    for (const failure of sampleFailures) {
      const earlier = seen.get(text(failure));
      if (earlier) expect.fail(`${JSON.stringify(earlier)} and ${JSON.stringify(failure)}: ${text(failure)}`);
      seen.set(text(failure), failure);
    }
  });

  test("numbers, names and the server's own words are in the text", () => {
    expect(text({ kind: "parameter-missing", parameters: ["phone", "type"] })).toContain("phone, type");
    expect(text({ kind: "server-unwell", status: 502 })).toContain("502");
    const refused = text({ kind: "request-refused", status: 400, detail: "Project not found" });
    expect(refused).toContain("400");
    expect(refused).toContain("Project not found");
  });
});

test("every failure reads differently in the two languages", () => {
  for (const failure of sampleFailures) {
    expect(failureText(textsFor("es").failures, failure)).not.toBe(failureText(textsFor("en").failures, failure));
  }
});

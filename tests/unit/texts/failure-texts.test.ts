import { describe, expect, test } from "vitest";
import type { Failure } from "../../../domain/failure.ts";
import { failureText } from "../../../texts/failure-texts.ts";
import { textsFor } from "../../../texts/index.ts";
import { sampleFailures } from "./failure-samples.ts";

/** Verbs that tell a person what to do. */
const actions = {
  en: /\b(ask|check|choose|connect|enter|install|look|log in|log out|top it up|try|wait)\b/i,
  es: /(busca|conéctalo|revisa|elige|elígelo|espera|ingr[eé]s|inicia|inténtalo|pide|recárgala|revísalo|vuelve)/i,
};

describe.each(["en", "es"] as const)("in %s", (language) => {
  const { failures } = textsFor(language);
  const text = (failure: Failure) => failureText(failures, failure);

  test.each(sampleFailures)("%j reads in whole sentences", (failure) => {
    expect(text(failure)).toMatch(/^\p{Lu}.*[.!?)]$|Project not found$/su);
    expect(text(failure)).not.toMatch(/undefined|null|NaN|\[object|\(\)| {2}/);
    expect(text(failure).length).toBeLessThanOrEqual(200);
  });

  test.each(sampleFailures.filter(({ kind }) => kind !== "request-refused"))("%j has an action", (failure) => {
    expect(text(failure)).toMatch(actions[language]);
  });

  test("every failure has its own text", () => {
    const seen = new Map<string, Failure>();
    for (const failure of sampleFailures) {
      const earlier = seen.get(text(failure));
      if (earlier) expect.fail(`${JSON.stringify(earlier)} and ${JSON.stringify(failure)}: ${text(failure)}`);
      seen.set(text(failure), failure);
    }
  });

  test("the text contains parameters, status and the server's words", () => {
    expect(text({ kind: "parameter-missing", parameters: ["phone", "type"] })).toContain("phone, type");
    expect(text({ kind: "server-unwell", status: 502 })).toContain("502");
    const refused = text({ kind: "request-refused", status: 400, detail: "Project not found" });
    expect(refused).toContain("400");
    expect(refused).toContain("Project not found");
  });
});

test("every failure is translated", () => {
  for (const failure of sampleFailures) {
    expect(failureText(textsFor("es").failures, failure)).not.toBe(failureText(textsFor("en").failures, failure));
  }
});

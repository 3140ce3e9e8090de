import { describe, expect, test } from "vitest";
import { importsOf, readSource, sourcesIn } from "./source-imports.ts";

const product = ["domain", "main", "preload", "renderer", "texts"].flatMap(sourcesIn);

test("nothing that is shipped imports tests, the sandbox, the desktop lab or scripts", () => {
  const imports = product.flatMap(importsOf);
  expect(imports.length).toBeGreaterThan(100);
  expect(imports.filter(({ to }) => /^(tests|sandbox|scripts|desktop-lab)\//.test(to))).toEqual([]);
});

describe("knowledge stays where it belongs", () => {
  test("only main/verifik knows Verifik's paths and spellings", () => {
    const spellings =
      /phone-login|\bv2\/|accessToken|authenticatorOTP|user_not_found|otp_does_not_match|MissingParameter/;
    const elsewhere = product.filter((path) => !path.startsWith("main/verifik/"));
    expect(elsewhere.filter((path) => spellings.test(readSource(path)))).toEqual([]);
    expect(spellings.test(readSource("main/verifik/login-calls.ts"))).toBe(true);
  });

  test("the domain takes time, chance and the outside world from nobody but its ports", () => {
    const outside =
      /\bDate\.now|new Date\(\)|performance\.|Math\.random|process\.|setTimeout|setInterval|console\.|fetch\(/;
    expect(sourcesIn("domain").filter((path) => outside.test(readSource(path)))).toEqual([]);
  });

  test("a secret is revealed only where it leaves: to Verifik, keyring, clipboard, enrolment and commands, and to be read or put into a line", () => {
    expect(product.filter((path) => readSource(path).includes(".reveal()"))).toEqual([
      "domain/command-line/output.ts",
      "domain/token/bearer-token.ts",
      "domain/token/copy-format.ts",
      "main/clipboard/token-clipboard.ts",
      "main/command-line/print-answer.ts",
      "main/command-line/protocol.ts",
      "main/ipc/login-handlers.ts",
      "main/network/transport.ts",
      "main/storage/token-vault.ts",
      "main/verifik/login-calls.ts",
    ]);
  });

  test("nothing writes to the console by itself but the log, and what comes before it", () => {
    expect(product.filter((path) => /\bconsole\./.test(readSource(path)))).toEqual([
      "main/index.ts",
      "main/lifecycle/fail-startup.ts",
      "main/log/log-file.ts",
    ]);
  });

  test("nothing that runs before the icon has the log", () => {
    const seen = new Set<string>();
    const visit = (path: string): void => {
      if (seen.has(path)) return;
      seen.add(path);
      const loadedAtOnce = importsOf(path).filter(({ to, typeOnly }) => !typeOnly && /^(main|domain|texts)\//.test(to));
      // The application is a bundle of its own, loaded behind the icon.
      for (const { to } of loadedAtOnce) if (to !== "main/application.ts") visit(to);
    };
    visit("main/index.ts");
    expect([...seen]).toContain("main/tray/tray.ts");
    expect([...seen].filter((path) => path.startsWith("main/log/"))).toEqual([]);
  });
});

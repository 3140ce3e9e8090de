import { describe, expect, test } from "vitest";
import { type Import, importsOf, readSource, sourcesIn } from "./source-imports.ts";

const product = ["domain", "main", "preload", "renderer", "texts"].flatMap(sourcesIn);

/** Which imports the files of a folder may have; `type` ones are those that are gone once compiled. */
const allowed: Record<string, { readonly any: RegExp; readonly type?: RegExp }> = {
  "domain/": { any: /^domain\/|^libphonenumber-js\/min(\/metadata)?$/ },
  "main/startup/": { any: /^main\/startup\/|^(electron|node:\w+)$/ },
  "main/log/": { any: /^(main\/log|domain)\/|^main\/startup\/identity\.ts$|^(electron|node:\w+)$/ },
  "main/network/": { any: /^(main\/network|domain)\/|^(electron|ky|p-limit)$/ },
  "main/verifik/": { any: /^main\/(verifik|network|log)\/|^domain\/|^valibot$/ },
  "main/storage/": {
    any: /^main\/(storage|log)\/|^domain\/|^(electron|electron-store|valibot|node:\w+)$/,
    type: /^preload\/contract\.ts$/,
  },
  "main/updates/": {
    any: /^main\/(updates|network|storage|log)\/|^main\/config\.ts$|^domain\/|^(electron|valibot|node:\w+)$/,
    type: /^preload\/contract\.ts$/,
  },
  "main/config.ts": { any: /^domain\// },
  "main/": {
    any: /^main\/|^(texts|domain)\/|^(@jellybrick\/dbus-next|electron|p-limit|valibot|node:[\w/]+)$/,
    type: /^preload\/contract\.ts$/,
  },
  "preload/contract.ts": { any: /^$/, type: /^domain\// },
  "preload/": { any: /^electron$/, type: /^preload\/contract\.ts$/ },
  "texts/": { any: /^(texts|domain)\//, type: /^preload\/contract\.ts$/ },
  "renderer/": {
    any: /^(renderer|texts|domain)\/|^preact(\/hooks)?$/,
    type: /^preload\/contract\.ts$/,
  },
  "sandbox/": { any: /^sandbox\/|^(jose|uqr|valibot|node:\w+)$/ },
};

function isAllowed({ from, to, typeOnly }: Import): boolean {
  const rule = Object.entries(allowed).find(([folder]) => from.startsWith(folder))?.[1];
  return rule !== undefined && (rule.any.test(to) || (typeOnly && rule.type?.test(to) === true));
}

function told({ from, to, typeOnly }: Import): string {
  return `${from} imports ${typeOnly ? "types of " : ""}${to}`;
}

describe("between the folders", () => {
  test.each(Object.keys(allowed))("%s imports only what it may", (folder) => {
    const sources = sourcesIn(folder.split("/")[0] ?? "").filter((path) => path.startsWith(folder));
    expect(sources).not.toEqual([]);
    const imports = sources.flatMap(importsOf);
    expect(imports.filter((one) => !isAllowed(one)).map(told)).toEqual([]);
  });

  test("nothing that is shipped imports tests, the sandbox or scripts", () => {
    const imports = product.flatMap(importsOf);
    expect(imports.length).toBeGreaterThan(100);
    expect(imports.filter(({ to }) => /^(tests|sandbox|scripts|desktop-lab)\//.test(to)).map(told)).toEqual([]);
  });

  test("no file imports itself by way of others, once types are gone", () => {
    const files = [...product, ...sourcesIn("sandbox"), ...sourcesIn("desktop-lab"), ...sourcesIn("scripts")];
    const graph = new Map(
      files.map((path) => [
        path,
        importsOf(path)
          .filter(({ typeOnly }) => !typeOnly)
          .map(({ to }) => to),
      ]),
    );
    const finished = new Set<string>();
    const visit = (path: string, way: readonly string[]): void => {
      if (way.includes(path)) expect.fail([...way.slice(way.indexOf(path)), path].join(" → "));
      if (finished.has(path)) return;
      for (const next of graph.get(path) ?? []) visit(next, [...way, path]);
      finished.add(path);
    };
    for (const path of files) visit(path, []);
    expect(finished.size).toBeGreaterThan(files.length - 1);
  });
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

  test("a secret is revealed only where it leaves: to Verifik, keyring, clipboard and enrolment, and to be read or put into a line", () => {
    expect(product.filter((path) => readSource(path).includes(".reveal()"))).toEqual([
      "domain/token/bearer-token.ts",
      "domain/token/copy-format.ts",
      "main/clipboard/token-clipboard.ts",
      "main/ipc/window-handlers.ts",
      "main/network/transport.ts",
      "main/storage/token-vault.ts",
      "main/verifik/login-calls.ts",
    ]);
  });

  test("nothing writes to the console by itself but the log, and what comes before it", () => {
    expect(product.filter((path) => /\bconsole\./.test(readSource(path)))).toEqual([
      "main/index.ts",
      "main/log/log.ts",
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

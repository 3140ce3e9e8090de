import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import Ajv from "ajv";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { projectFolder } from "../../../scripts/project-folder.mjs";
import { hasCommand } from "../../../scripts/setup/probe.mjs";

const read = (path: string) => readFileSync(join(projectFolder, path), "utf8");
const configuration = parse(read("electron-builder.yml"));
const metainfoPath = "resources/linux/io.github.verifik_tray.VerifikTray.metainfo.xml";

/** electron-builder's own. */
function schema(): object {
  const { resolve } = createRequire(import.meta.url);
  return JSON.parse(readFileSync(join(dirname(resolve("app-builder-lib/package.json")), "scheme.json"), "utf8"));
}

function mistakesIn(value: unknown): string[] {
  const validate = new Ajv({ allErrors: true, strict: false, validateFormats: false }).compile(schema());
  validate(value);
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

describe("electron-builder.yml", () => {
  // The schema is long, and is compiled first.
  test("is as electron-builder's schema wants it", { timeout: 60_000 }, () => {
    expect(mistakesIn(configuration)).toEqual([]);
    expect(mistakesIn({ ...configuration, electronFuses: { runAsNode: "no" } })).not.toEqual([]);
    expect(mistakesIn({ ...configuration, electronFuse: {} })).not.toEqual([]);
  });

  test("names files that are there, or that are made in out/", () => {
    const named: string[] = [
      configuration.win.icon,
      configuration.mac.icon,
      configuration.mac.entitlements,
      configuration.mac.entitlementsInherit,
      `resources/${configuration.linux.icon}`,
      ...["deb", "rpm"].flatMap((format) => [
        configuration[format].afterInstall,
        configuration[format].afterRemove,
        ...configuration[format].fpm.flatMap((option: string) => /^([\w/.-]+)=\//.exec(option)?.[1] ?? []),
      ]),
    ];
    expect(named.length).toBeGreaterThan(14);
    const missing = named.filter((path) => !path.startsWith("out/") && !existsSync(join(projectFolder, path)));
    expect(missing).toEqual([]);
  });

  test("gives the app its package's kind where a package manager sees to updates", () => {
    for (const format of ["deb", "rpm"]) {
      expect(read(`resources/linux/package-type/${format}`)).toBe(format);
      expect(configuration[format].fpm).toContain(
        `resources/linux/package-type/${format}=/opt/${configuration.productName}/resources/package-type`,
      );
    }
  });

  test("lets nobody run code in the app's name", () => {
    expect(configuration.electronFuses).toEqual({
      runAsNode: false,
      enableNodeOptionsEnvironmentVariable: false,
      enableNodeCliInspectArguments: false,
      enableCookieEncryption: true,
      onlyLoadAppFromAsar: true,
      grantFileProtocolExtraPrivileges: false,
      loadBrowserProcessSpecificV8Snapshot: false,
      enableEmbeddedAsarIntegrityValidation: true,
    });
    expect(configuration.mac.hardenedRuntime).toBe(true);
    const entitlements = [...read("resources/mac/entitlements.plist").matchAll(/<key>(.*)<\/key>/g)];
    expect(entitlements.map(([, key]) => key)).toEqual(["com.apple.security.cs.allow-jit"]);
  });

  test.skipIf(process.platform === "win32")("installs by scripts that a shell understands", () => {
    for (const script of ["after-install.sh", "after-remove.sh"]) {
      execFileSync("sh", ["-n", join(projectFolder, "resources/linux", script)]);
    }
  });
});

// What electron-builder loads would end the process with 0.
test("a build that fails ends with an exit code that says so", { timeout: 60_000 }, () => {
  const program = join(projectFolder, "scripts/package/run-electron-builder.mjs");
  const asked = { config: { nonsense: true }, targets: ["dir"], result: join(projectFolder, "out/never-written.json") };
  const { status, stderr } = spawnSync(process.execPath, [program, JSON.stringify(asked)], { encoding: "utf8" });
  expect(stderr).toContain("'nonsense'");
  expect(status).toBe(1);
  expect(existsSync(asked.result)).toBe(false);
});

describe("the metainfo", () => {
  test("is of this version, and says everything in both languages", () => {
    const metainfo = read(metainfoPath);
    const { version } = JSON.parse(read("package.json"));
    expect(/<release version="([^"]+)"/.exec(metainfo)?.[1]).toBe(version);
    for (const tag of ["summary", "li", "keyword"]) {
      const english = metainfo.split(`<${tag}>`).length - 1;
      expect(english, tag).toBeGreaterThan(0);
      expect(metainfo.split(`<${tag} xml:lang="es">`).length - 1, tag).toBe(english);
    }
  });

  test.skipIf(!hasCommand("appstreamcli"))("is valid for appstreamcli", () => {
    execFileSync("appstreamcli", ["validate", "--no-net", join(projectFolder, metainfoPath)]);
  });
});

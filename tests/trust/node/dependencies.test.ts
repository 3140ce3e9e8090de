import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { importsOf, sourcesIn } from "../../unit/architecture/source-imports.ts";
import { recordFigure } from "../figures.ts";

const project = join(import.meta.dirname, "../../..");

interface LockedPackage {
  readonly name?: string;
  readonly version: string;
  readonly license?: string;
  readonly resolved?: string;
  readonly integrity?: string;
  readonly hasInstallScript?: boolean;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly os?: readonly string[];
  readonly cpu?: readonly string[];
}

interface Manifest {
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
}

const manifest: Manifest = readJson("package.json");
const wantedVersions = { ...manifest.dependencies, ...manifest.devDependencies };
const lock: { readonly packages: Readonly<Record<string, LockedPackage>> } = readJson("package-lock.json");
const locked = Object.entries(lock.packages).filter(([path]) => path !== "");

/** The product needs no install script of these packages: two are there for their types alone, one for Windows. */
const needlessInstallScripts = ["electron-33", "electron-winstaller", "esbuild"];

/** What may be in the product. */
const productLicences = ["MIT", "ISC", "BSD-2-Clause", "BSD-3-Clause", "Apache-2.0", "0BSD", "(MIT OR CC0-1.0)"];
/** What may build and test it, besides. */
const toolLicences = [
  ...productLicences,
  ...[
    "MPL-2.0",
    "MIT OR Apache-2.0",
    "(MIT AND Apache-2.0)",
    "BlueOak-1.0.0",
    "Python-2.0",
    "WTFPL",
    "WTFPL OR ISC",
    "(WTFPL OR MIT)",
  ],
];

/** The computers that the product and its tools are for. */
const platforms = ["linux x64", "linux arm64", "darwin x64", "darwin arm64", "win32 x64"];

function readJson<Content>(name: string): Content {
  return JSON.parse(readFileSync(join(project, name), "utf8"));
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf("node_modules/") + "node_modules/".length);
}

/** The place of the package that this one gets when it asks for the name, as Node looks for it. */
function resolve(from: string, name: string): string | undefined {
  for (let folder = from; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf("/node_modules/")))) {
    const path = folder === "" ? `node_modules/${name}` : `${folder}/node_modules/${name}`;
    if (path in lock.packages) return path;
    if (folder === "" || !folder.includes("node_modules/")) return undefined;
    if (!folder.includes("/node_modules/")) folder = "/node_modules/";
  }
}

function packageAt(path: string): LockedPackage {
  const found = lock.packages[path];
  if (!found) throw new Error(`${path} is not locked`);
  return found;
}

/** What the product's sources import, and all that comes with it. */
function productPackages(): string[] {
  const found = new Set<string>();
  const visit = (path: string) => {
    if (found.has(path)) return;
    found.add(path);
    for (const name of Object.keys(packageAt(path).dependencies ?? {})) {
      const dependency = resolve(path, name);
      if (dependency) visit(dependency);
    }
  };
  const names = ["domain", "main", "preload", "renderer", "texts"]
    .flatMap(sourcesIn)
    .flatMap(importsOf)
    .filter(
      ({ to, typeOnly }) =>
        !typeOnly && !/^(domain|main|preload|renderer|texts|resources)\/|^node:|^electron$/.test(to),
    )
    .map(({ to }) => /^(@[^/]+\/)?[^/]+/.exec(to)?.[0] ?? to);
  for (const name of new Set(names)) visit(`node_modules/${name}`);
  return [...found];
}

function record(item: string, tries: number, failures: readonly string[]): void {
  recordFigure({ part: "leaks", item: `dependencies: ${item}`, tries, failures: failures.length });
  expect(failures).toEqual([]);
}

test("every dependency is pinned to the digit, and locked at that version", () => {
  const loose = Object.entries(wantedVersions).filter(([name, wanted]) => {
    const version = /^(?:npm:[^@]+@)?(\d+\.\d+\.\d+(?:-[\w.]+)?)$/.exec(wanted)?.[1];
    return version === undefined || lock.packages[`node_modules/${name}`]?.version !== version;
  });
  record("pinned", Object.keys(wantedVersions).length, loose.map(String));
});

test("the lock file has a checksum of everything, and no address", () => {
  const without = locked.filter(([, one]) => !one.integrity?.startsWith("sha512-") || one.resolved !== undefined);
  record(
    "locked by checksum, without an address",
    locked.length,
    without.map(([path]) => path),
  );
});

test("install scripts are off, and no package needs one", () => {
  const settings = readFileSync(join(project, ".npmrc"), "utf8").split("\n");
  const missing = ["ignore-scripts=true", "save-exact=true", "omit-lockfile-registry-resolved=true"].filter(
    (line) => !settings.includes(line),
  );
  const scripts = locked.filter(([, { hasInstallScript }]) => hasInstallScript).map(([path]) => nameOf(path));
  const product = productPackages().map(nameOf);
  const wrong = scripts.filter((name) => !needlessInstallScripts.includes(name) || product.includes(name));
  record("install scripts are off, and no package needs one", locked.length, [...missing, ...wrong]);
});

test("the lock file has the packages of every platform", () => {
  const optional = locked.flatMap(([path, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).map((name) => ({ path, name, at: resolve(path, name) })),
  );
  const missing = optional.filter(({ at }) => at === undefined).map(({ path, name }) => `${name} of ${nameOf(path)}`);
  // A package of binaries that is there for some platforms has to be there for all of ours.
  const families = new Map<string, LockedPackage[]>();
  for (const { path, at } of optional) {
    const member = at === undefined ? undefined : packageAt(at);
    if (member?.os && member.cpu) families.set(path, [...(families.get(path) ?? []), member]);
  }
  const lacking = [...families].flatMap(([path, members]) => {
    const there = members.flatMap(platformsOf);
    return members.length < 3
      ? []
      : platforms.filter((one) => !there.includes(one)).map((one) => `${nameOf(path)}: ${one}`);
  });
  expect(families.size).toBeGreaterThan(3);
  record("packages of every platform locked", optional.length, [...missing, ...lacking]);
});

function platformsOf({ os = [], cpu = [] }: LockedPackage): string[] {
  return os.flatMap((system) => cpu.map((processor) => `${system} ${processor}`));
}

test("what is in the product, and what builds and tests it, has a licence that allows it", () => {
  const product = productPackages();
  expect(product.map(nameOf)).toEqual(expect.arrayContaining(["ky", "libphonenumber-js", "preact", "valibot"]));
  const wrong = locked.filter(([path, { license = "none" }]) => {
    return !(product.includes(path) ? productLicences : toolLicences).includes(license);
  });
  record(
    "licences on the list",
    locked.length,
    wrong.map(([path, { license }]) => `${nameOf(path)}: ${license}`),
  );
});

test("a bill of materials can be made, and names every package of the product with its licence and checksum", () => {
  const cache = mkdtempSync(join(tmpdir(), "verifik-tray-npm-"));
  const bill = JSON.parse(
    execFileSync(
      "npm",
      ["sbom", "--sbom-format=cyclonedx", "--sbom-type=application", "--offline", `--cache=${cache}`],
      {
        cwd: project,
        encoding: "utf8",
        maxBuffer: 64 * 1024 * 1024,
      },
    ),
  );
  rmSync(cache, { recursive: true });
  interface Component {
    readonly name: string;
    readonly version: string;
    readonly licenses?: readonly unknown[];
    readonly hashes?: readonly unknown[];
  }
  const components = new Map<string, Component>(
    bill.components.map((one: Component) => [`${one.name}@${one.version}`, one]),
  );
  const product = productPackages();
  const missing = product.filter((path) => {
    const { licenses = [], hashes = [] } = components.get(`${nameOf(path)}@${packageAt(path).version}`) ?? {};
    return licenses.length === 0 || hashes.length === 0;
  });
  expect(bill.bomFormat).toBe("CycloneDX");
  record("on the bill of materials, with licence and checksum", product.length, missing.map(nameOf));
}, 60_000);

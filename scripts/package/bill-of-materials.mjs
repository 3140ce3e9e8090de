import { spawnSync } from "node:child_process";
import { runNpm } from "../setup/npm.mjs";

/**
 * @typedef {{ "bom-ref": string, name: string, version: string, properties?: { name: string, value: string }[] }} Component
 * @typedef {{ ref: string, dependsOn?: string[] }} Dependency
 * @typedef {{ metadata: { component: Component }, components: Component[], dependencies: Dependency[] }} Bill
 */

/**
 * The bill of materials of a package, in CycloneDX's JSON: the bundled ones of the project's `dependencies`, and the runtime.
 *
 * @param {readonly { name: string, version: string }[]} bundled
 * @param {{ version: string, runtimeVersions: Readonly<Record<string, string>> }} built `version` of the application
 */
export async function billOfMaterials(bundled, { version, runtimeVersions }) {
  const options = ["--package-lock-only", "--sbom-format=cyclonedx", "--sbom-type=application"];
  const { ok, stdout, output } = await runNpm(["sbom", ...options]);
  if (!ok) throw new Error(`npm sbom failed:\n${output}`);
  /** @type {Bill} */
  const whole = JSON.parse(stdout);
  return reducedBill(whole, bundled, version, runtimeComponents(runtimeVersions));
}

/**
 * @param {Bill} whole npm's
 * @param {readonly { name: string, version: string }[]} bundled
 * @param {string} version of the application
 * @param {readonly Component[]} runtime
 */
export function reducedBill(whole, bundled, version, runtime) {
  const inside = new Set(bundled.map((one) => `${one.name}@${one.version}`));
  const components = whole.components
    .filter((one) => !isForDevelopment(one))
    .filter((one) => inside.delete(`${one.name}@${one.version}`));
  if (inside.size > 0)
    throw new Error(`Bundled, but not among package.json's dependencies: ${[...inside].join(", ")}.`);
  const application = { ...whole.metadata.component, version };
  const known = new Set([...components, application].map((one) => one["bom-ref"]));
  const dependencies = whole.dependencies
    .filter(({ ref }) => known.has(ref))
    .map(({ ref, dependsOn = [] }) => ({ ref, dependsOn: dependsOn.filter((other) => known.has(other)) }))
    .map((one) =>
      one.ref === application["bom-ref"]
        ? { ...one, dependsOn: [...one.dependsOn, ...runtime.map((part) => part["bom-ref"])] }
        : one,
    );
  return {
    ...whole,
    metadata: { ...whole.metadata, component: application },
    components: [...components, ...runtime],
    dependencies: [...dependencies, ...runtime.map((part) => ({ ref: part["bom-ref"], dependsOn: [] }))],
  };
}

/**
 * `npm sbom --omit=dev` would leave out a package of the product that is a development dependency as well.
 *
 * @param {Component} component
 */
function isForDevelopment({ properties = [] }) {
  return properties.some(({ name, value }) => name === "cdx:npm:package:development" && value === "true");
}

/**
 * The versions that a runtime reports of itself.
 *
 * @param {string} binary an Electron that still runs as Node
 * @returns {Readonly<Record<string, string>>} `process.versions`
 */
export function readRuntimeVersions(binary) {
  const env = { ...process.env, ELECTRON_RUN_AS_NODE: "1" };
  const { stdout, error } = spawnSync(binary, ["-p", "JSON.stringify(process.versions)"], { env, encoding: "utf8" });
  if (error) throw error;
  return JSON.parse(stdout);
}

/** @param {Readonly<Record<string, string>>} versions */
function runtimeComponents(versions) {
  return [
    component("electron", versions.electron, "pkg:github/electron/electron@v", "MIT"),
    component("chromium", versions.chrome, "pkg:generic/chromium@", "BSD-3-Clause"),
    component("node", versions.node, "pkg:github/nodejs/node@v", "MIT"),
  ];
}

/**
 * @param {string} name
 * @param {string | undefined} version
 * @param {string} purl up to the version
 * @param {string} license
 */
function component(name, version, purl, license) {
  if (version === undefined) throw new Error(`The runtime reports no version of ${name}.`);
  const address = `${purl}${version}`;
  return {
    type: "framework",
    "bom-ref": address,
    name,
    version,
    purl: address,
    licenses: [{ license: { id: license } }],
  };
}

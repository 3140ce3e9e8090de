#!/usr/bin/env node
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { parseArgs } from "node:util";
import { gzipSync } from "node:zlib";
import { controlFile } from "./debian-control.mjs";
import { filesBelow } from "./files-below.mjs";

/**
 * Takes the arguments with which electron-builder calls fpm for a .deb, and makes it by dpkg-deb: fpm comes from a release host and
 * is in no Debian release. electron-builder starts it by CUSTOM_FPM_PATH.
 */
/** @satisfies {NonNullable<import("node:util").ParseArgsConfig["options"]>} */
const options = {
  "input-type": { type: "string", short: "s" },
  "output-type": { type: "string", short: "t" },
  force: { type: "boolean" },
  depends: { type: "string", short: "d", multiple: true },
  "deb-recommends": { type: "string", multiple: true },
  "deb-compression": { type: "string", default: "xz" },
  "deb-priority": { type: "string", default: "optional" },
  "deb-upstream-changelog": { type: "string" },
  architecture: { type: "string" },
  "after-install": { type: "string" },
  "after-remove": { type: "string" },
  description: { type: "string", default: "" },
  version: { type: "string" },
  package: { type: "string" },
  name: { type: "string" },
  maintainer: { type: "string" },
  vendor: { type: "string" },
  url: { type: "string" },
  category: { type: "string" },
  license: { type: "string" },
};

const { values, positionals } = parseArgs({ options, allowPositionals: true });
if (values["input-type"] !== "dir" || values["output-type"] !== "deb") throw new Error("Makes a deb of folders only.");

const staging = mkdtempSync(join(tmpdir(), "verifik-tray-deb-"));
try {
  chmodSync(staging, 0o755);
  for (const mapping of positionals) place(mapping);
  if (values["deb-upstream-changelog"]) placeChangelog(values["deb-upstream-changelog"]);
  const files = filesBelow(staging);
  makeReadable(files);
  writeControl(files);
  const compression = [
    `-Z${values["deb-compression"]}`,
    ...levelOption(process.env.ELECTRON_BUILDER_COMPRESSION_LEVEL),
  ];
  const args = ["--root-owner-group", ...compression, "--build", staging, required("package")];
  const { status, error } = spawnSync("dpkg-deb", args, { stdio: ["ignore", "ignore", "inherit"] });
  if (status !== 0) throw error ?? new Error(`dpkg-deb ended with ${status}.`);
} finally {
  rmSync(staging, { recursive: true, force: true });
}

/** @param {string} mapping "source=/target"; a source with a final slash is a folder whose content goes there */
function place(mapping) {
  const separator = mapping.indexOf("=/");
  const source = mapping.slice(0, separator);
  const target = join(staging, mapping.slice(separator + 1));
  mkdirSync(dirname(target), { recursive: true });
  cpSync(source, target, { recursive: true, verbatimSymlinks: true });
}

/** @param {string} source */
function placeChangelog(source) {
  const target = join(staging, "usr/share/doc", required("name"), "changelog.gz");
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, gzipSync(readFileSync(source), { level: 9 }));
}

/** Whatever the umask was of who built it. @param {readonly import("./files-below.mjs").FileBelow[]} files */
function makeReadable(files) {
  for (const { path, isFolder } of files) {
    const isProgram = isFolder || (statSync(join(staging, path)).mode & 0o100) !== 0;
    chmodSync(join(staging, path), isProgram ? 0o755 : 0o644);
  }
}

/** @param {readonly import("./files-below.mjs").FileBelow[]} files */
function writeControl(files) {
  const folder = join(staging, "DEBIAN");
  mkdirSync(folder);
  const contents = files.filter(({ isFolder }) => !isFolder).map(({ path }) => path);
  const bytes = contents.reduce((sum, path) => sum + statSync(join(staging, path)).size, 0);
  const control = controlFile({
    name: required("name"),
    version: required("version"),
    architecture: required("architecture"),
    maintainer: required("maintainer"),
    category: values.category ?? "misc",
    priority: values["deb-priority"],
    depends: values.depends ?? [],
    recommends: values["deb-recommends"] ?? [],
    homepage: required("url"),
    description: values.description,
    installedBytes: bytes,
  });
  writeFileSync(join(folder, "control"), control);
  const sums = contents.map((path) => {
    const sum = createHash("md5")
      .update(readFileSync(join(staging, path)))
      .digest("hex");
    return `${sum}  ${path}\n`;
  });
  writeFileSync(join(folder, "md5sums"), sums.join(""));
  for (const [script, source] of [
    ["postinst", values["after-install"]],
    ["postrm", values["after-remove"]],
  ]) {
    if (script && source) writeFileSync(join(folder, script), readFileSync(source), { mode: 0o755 });
  }
}

/** @param {string | undefined} level */
function levelOption(level) {
  return level === undefined ? [] : [`-z${level}`];
}

/** @param {"name" | "version" | "architecture" | "maintainer" | "url" | "package"} option */
function required(option) {
  const value = values[option];
  if (value === undefined) throw new Error(`--${option} is missing.`);
  return value;
}

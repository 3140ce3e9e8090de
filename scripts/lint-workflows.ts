import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { validate } from "@actions/languageservice";
import { TextDocument } from "vscode-languageserver-textdocument";
import { projectFolder } from "./project-folder.mjs";

/** GitHub's own reading of workflow files, expressions included; the folder is an argument, .github/workflows without one. */
const folder = resolve(process.argv[2] ?? join(projectFolder, ".github/workflows"));
const files = readdirSync(folder).filter((name) => /\.ya?ml$/.test(name));
if (files.length === 0) throw new Error(`${folder} has no workflow.`);

for (const name of files) {
  const text = readFileSync(join(folder, name), "utf8");
  // It tells what it is by its path.
  const address = pathToFileURL(join("/", ".github", "workflows", name)).href;
  for (const { message, range } of await validate(TextDocument.create(address, "yaml", 1, text))) {
    console.error(`${name}:${range.start.line + 1}: ${message}`);
    process.exitCode = 1;
  }
  for (const [index, line] of text.split("\n").entries()) {
    if (!/^\s*-?\s*uses:/.test(line) || /uses: [\w/-]+@[0-9a-f]{40} # v[\d.]+$/.test(line)) continue;
    console.error(`${name}:${index + 1}: an action is pinned by its commit, with its version beside it`);
    process.exitCode = 1;
  }
}

import { chownSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { createInterface } from "node:readline";
import { nobody } from "../test/ordinary-user.mjs";
import { installPackage, purgePackage } from "./apt-get.mjs";
import { installedFigures } from "./installed-figures.mjs";

/**
 * The only steps of the test that need root, for the user who may open the socket: "install first", "install second" and
 * "purge", a line each, answered by a line of JSON. Says "ready" when it listens.
 */
const [socket, first, second, figuresFile] = process.argv.slice(2);
if (!socket || !first || !second || !figuresFile) throw new Error("Four arguments are wanted.");

const server = createServer((connection) => {
  createInterface(connection).on("line", async (line) => {
    connection.write(`${JSON.stringify(await obey(line))}\n`);
  });
});
server.listen(socket, () => {
  chownSync(socket, nobody, nobody);
  console.log("ready");
});

/** @param {string} line */
async function obey(line) {
  if (line === "purge") return purgePackage();
  const deb = { "install first": first, "install second": second }[line];
  if (deb === undefined) return { ok: false, output: `not understood: ${line}` };
  const done = await installPackage(deb);
  if (done.ok && deb === first) writeFileSync(String(figuresFile), (await installedFigures(deb)).join("\n"));
  return done;
}

const longestLine = 79;

/**
 * @typedef {object} Control
 * @property {string} name
 * @property {string} version
 * @property {string} architecture
 * @property {string} maintainer
 * @property {string} category
 * @property {string} priority
 * @property {readonly string[]} depends
 * @property {readonly string[]} recommends
 * @property {string} homepage
 * @property {string} description the synopsis in the first line, the rest as it comes
 * @property {number} installedBytes
 */

/**
 * The control file of a binary package: https://www.debian.org/doc/debian-policy/ch-controlfields.html
 *
 * @param {Control} control
 */
export function controlFile(control) {
  const { synopsis, paragraph } = describePackage(control.description);
  const fields = [
    ["Package", control.name],
    ["Version", control.version],
    ["Architecture", control.architecture],
    ["Maintainer", control.maintainer],
    // In KiB, rounded up.
    ["Installed-Size", String(Math.ceil(control.installedBytes / 1024))],
    ["Depends", control.depends.join(", ")],
    ["Recommends", control.recommends.join(", ")],
    ["Section", control.category],
    ["Priority", control.priority],
    ["Homepage", control.homepage],
    ["Description", [synopsis, ...paragraph].join("\n ")],
  ];
  return fields
    .filter(([, value]) => value !== "")
    .map(([name, value]) => `${name}: ${value}\n`)
    .join("");
}

/** @param {string} text */
function describePackage(text) {
  const [synopsis = "", ...rest] = text.split("\n");
  const words = rest.join(" ").split(/\s+/).filter(Boolean);
  /** @type {string[]} */
  const paragraph = [];
  for (const word of words) {
    const last = paragraph.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= longestLine)
      paragraph[paragraph.length - 1] = `${last} ${word}`;
    else paragraph.push(word);
  }
  return { synopsis: synopsis.trim(), paragraph };
}

/**
 * The copyright and licence notices of the bundled packages, as Markdown.
 *
 * @param {readonly import("./bundles.mjs").BundledPackage[]} packages
 */
export function notices(packages) {
  const sections = packages.map(({ name, version, identifier, text }) => {
    const words = text?.trim() ?? `Its package brings no text of the licence; its package.json says ${identifier}.`;
    return `## ${name} ${version}\n\n${identifier}\n\n${indented(words)}`;
  });
  return `# Third-party notices

Verifik Tray's own licence is MIT: see LICENSE. Its bundles contain the packages below. Electron's licence is in
LICENSE.electron.txt, and those of Chromium, Node.js and what is in them are in LICENSES.chromium.html.

${sections.join("\n\n")}
`;
}

/**
 * The file that Debian wants of each package: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/
 *
 * @param {string} license of the application itself
 */
export function copyrightFile(license) {
  const [, ...paragraphs] = license.trim().split(/\n{2,}/);
  const [holder = "", ...terms] = paragraphs;
  const text = terms.map((paragraph) => paragraph.replace(/^/gm, " ")).join("\n .\n");
  return `Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/
Upstream-Name: Verifik Tray
Source: https://github.com/verifik-tray/verifik-tray
Comment: Electron, and the packages that are bundled, have licences of their own. They are in
 /opt/Verifik Tray: LICENSE.electron.txt, LICENSES.chromium.html and
 resources/THIRD-PARTY-NOTICES.md.

Files: *
Copyright: ${holder.replace(/^Copyright \(c\) /, "")}
License: Expat
${text}
`;
}

/**
 * A changelog in the form that Debian's tools read, which says where the real one is.
 *
 * @param {{ version: string, maintainer: string, at: Date }} release `version` as Debian spells it
 */
export function debianChangelog({ version, maintainer, at }) {
  return `verifik-tray (${version}) unstable; urgency=medium

  * https://github.com/verifik-tray/verifik-tray/blob/main/CHANGELOG.md

 -- ${maintainer}  ${at.toUTCString().replace("GMT", "+0000")}
`;
}

/** @param {string} text */
function indented(text) {
  return text.replace(/^(?=.)/gm, "    ");
}

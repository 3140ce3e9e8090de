import type { Plugin } from "vite";

/**
 * What libraries import and never reach in this application, with what stands in its place: electron-store's schema validator
 * and migrations (its files are checked by valibot), D-Bus introspection (only plain messages are sent). Half of main would be
 * theirs, read and kept in memory at each start. Whoever did reach one of them would get a TypeError.
 */
const leftOut: Readonly<Record<string, string>> = {
  "ajv/dist/2020.js": "export class Ajv2020 {}",
  "ajv-formats": "export default {}",
  semver: "export default {}",
  "fast-xml-builder": "export default class {}",
  "fast-xml-parser": "export class XMLParser {}",
};

const marker = "\0left-out:";

export function leaveOutPackages(): Plugin {
  return {
    name: "leave-out-packages",
    enforce: "pre",
    resolveId: (source) => (source in leftOut ? marker + source : undefined),
    load: (id) => (id.startsWith(marker) ? leftOut[id.slice(marker.length)] : undefined),
  };
}

/** libphonenumber's metadata, 83 kB of objects, is parsed when it is first asked for: most starts never do. */
export function parsePhoneMetadataLate(): Plugin {
  return {
    name: "parse-phone-metadata-late",
    transform: {
      filter: { id: /libphonenumber-js\/metadata\.min\.json\.js$/ },
      handler(code) {
        const metadata: unknown = JSON.parse(code.slice(code.indexOf("{"), code.lastIndexOf("}") + 1));
        if (typeof metadata !== "object" || metadata === null)
          throw new Error("libphonenumber's metadata is not as expected.");
        const getters = Object.keys(metadata).map((key) => `get ${key}() { return all().${key}; }`);
        return `
          let parsed;
          const all = () => (parsed ??= JSON.parse(${JSON.stringify(JSON.stringify(metadata))}));
          export default { ${getters.join(", ")} };`;
      },
    },
  };
}

/** One character beyond Latin-1 makes V8 keep the whole of a script in two bytes each. */
export function keepScriptsInOneByte(): Plugin {
  return {
    name: "keep-scripts-in-one-byte",
    generateBundle(_options, bundle) {
      for (const output of Object.values(bundle)) {
        if (output.type === "chunk") output.code = output.code.replace(/[\u0080-\uffff]/g, escaped);
      }
    },
  };
}

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}

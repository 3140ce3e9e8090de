import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import type { Plugin } from "vite";

const emptyScript = /<script type="module"[^>]* src="\.\/([\w.-]+)"><\/script>/;
const emptyStyle = /<link rel="stylesheet"[^>]* href="\.\/([\w.-]+)">/;
const script = /<script type="module">([\s\S]*?)<\/script>/;
const style = /<style>([\s\S]*?)<\/style>/;

/**
 * Puts the window's script and style into its page. The page is there before the window's process is ready for it; files
 * beside it would be asked for only then, one more way there and back with the window waiting.
 */
export function inlineIntoPage(): Plugin {
  return {
    name: "inline-into-page",
    applyToEnvironment: ({ name }) => name === "client",
    // After the page has been made, and its licences have been read off the script.
    enforce: "post",
    generateBundle: {
      order: "post",
      handler(_options, bundle) {
        const page = bundle["index.html"];
        if (page?.type !== "asset") throw new Error("There is no page to put the script into.");
        const take = (file: string | undefined) => {
          const part = file === undefined ? undefined : bundle[file];
          if (file === undefined || !part) throw new Error(`The page asks for ${file}, which was not built.`);
          delete bundle[file];
          const text = part.type === "chunk" ? part.code.trim() : String(part.source).trim();
          // What HTML would take for the part's end or for a comment, or would write in another way than it is hashed here.
          if (/<\/(script|style)|<!--|[\r\0]/i.test(text)) throw new Error(`${file} cannot stand in a page.`);
          return text;
        };
        page.source = String(page.source)
          .replace(emptyScript, (_, file) => `<script type="module">${take(file)}</script>`)
          .replace(emptyStyle, (_, file) => `<style>${take(file)}</style>`);
        const left = Object.keys(bundle).filter((name) => /\.(js|css)$/.test(name));
        if (left.length > 0) throw new Error(`More was built than the page has in it: ${left.join(", ")}`);
      },
    },
  };
}

/** For main's policy: which script and style the page, which is built before main, has in it. */
export function putInPageHashes(page: string): Plugin {
  return {
    name: "put-in-page-hashes",
    transform: {
      filter: { id: /main\/window\/page-hashes\.ts$/ },
      handler(code) {
        const text = readFileSync(page, "utf8");
        const hashes = { __SCRIPT_HASH__: hashOf(script, text), __STYLE_HASH__: hashOf(style, text) };
        return code.replace(/(?<!const )__(SCRIPT|STYLE)_HASH__/g, (name) =>
          JSON.stringify(hashes[name as keyof typeof hashes]),
        );
      },
    },
  };
}

/** As a Content-Security-Policy writes it. */
function hashOf(part: RegExp, page: string): string {
  const text = part.exec(page)?.[1];
  if (!text) throw new Error("The page has no script or no style in it.");
  return `sha256-${createHash("sha256").update(text).digest("base64")}`;
}

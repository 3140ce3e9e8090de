declare const __SCRIPT_HASH__: string;
declare const __STYLE_HASH__: string;

/** Of what the window's page has in it, as a Content-Security-Policy writes them. Put in by scripts/one-page.ts. */
export const pageHashes = { script: __SCRIPT_HASH__, style: __STYLE_HASH__ };

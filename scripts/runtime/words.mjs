/** @typedef {"set" | "made-for" | "just-fetched" | "failed-lately" | "failed"} Reason why a runtime was chosen */

const en = {
  roles: { override: "the one that is set", official: "official", fallback: "for loopback APIs only" },
  unknownVersion: "of unknown version",
  /** @type {Record<Reason, (official: string, detail: string) => string>} */
  reasons: {
    set: () => "ELECTRON_OVERRIDE_DIST_PATH says so",
    "made-for": () => "the one this project is made for",
    "just-fetched": () => "just fetched",
    "failed-lately": (official) => `fetching Electron ${official} failed less than a day ago`,
    failed: (official, detail) => `Electron ${official} could not be fetched: ${detail}`,
  },
};

/** @type {typeof en} */
const es = {
  roles: { override: "el que se indicó", official: "oficial", fallback: "solo para una API en este computador" },
  unknownVersion: "de versión desconocida",
  reasons: {
    set: () => "lo dice ELECTRON_OVERRIDE_DIST_PATH",
    "made-for": () => "es el de este proyecto",
    "just-fetched": () => "se acaba de descargar",
    "failed-lately": (official) => `hace menos de un día no se pudo descargar Electron ${official}`,
    failed: (official, detail) => `no se pudo descargar Electron ${official}: ${detail}`,
  },
};

/**
 * The words in the terminal's language: Spanish for an `es` locale, else English.
 *
 * @param {NodeJS.ProcessEnv} env
 */
export function runtimeWords(env) {
  return /^es(?![a-z])/i.test(env.LC_ALL || env.LC_MESSAGES || env.LANG || "") ? es : en;
}

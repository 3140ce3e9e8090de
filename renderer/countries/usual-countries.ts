import type { Language } from "../../texts/index.ts";

/**
 * Where most logins come from, named as `Intl.DisplayNames` does, to which a test holds it. The first use of `Intl` in a process
 * reads through the data of all locales, which takes 20 ms: the window comes up without it there.
 */
export const usualCountries: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  en: {
    AR: "Argentina",
    BR: "Brazil",
    CL: "Chile",
    CO: "Colombia",
    EC: "Ecuador",
    ES: "Spain",
    MX: "Mexico",
    PE: "Peru",
    US: "United States",
    VE: "Venezuela",
  },
  es: {
    AR: "Argentina",
    BR: "Brasil",
    CL: "Chile",
    CO: "Colombia",
    EC: "Ecuador",
    ES: "España",
    MX: "México",
    PE: "Perú",
    US: "Estados Unidos",
    VE: "Venezuela",
  },
};

/** Common names, in both languages, that `Intl.DisplayNames` does not have. */
export const countryAliases: Readonly<Record<string, readonly string[]>> = {
  CI: ["Ivory Coast", "Costa de Marfil"],
  GB: ["UK", "Great Britain", "England", "Gran Bretaña", "Inglaterra"],
  NL: ["Holland", "Holanda"],
  US: ["USA", "EEUU", "EE. UU."],
};

/** What countries are also called, in either language, beside the names and short names that the system knows. */
export const countryAliases: Readonly<Record<string, readonly string[]>> = {
  CI: ["Ivory Coast", "Costa de Marfil"],
  GB: ["UK", "Great Britain", "England", "Gran Bretaña", "Inglaterra"],
  NL: ["Holland", "Holanda"],
  US: ["USA", "EEUU", "EE. UU."],
};

/** The part of Google's library that the tests use. The package has no types. */
declare module "google-libphonenumber" {
  interface PhoneNumber {
    getCountryCode(): number;
  }
  const library: {
    PhoneNumberFormat: { readonly E164: 0; readonly INTERNATIONAL: 1; readonly NATIONAL: 2; readonly RFC3966: 3 };
    PhoneNumberType: { readonly FIXED_LINE: 0; readonly MOBILE: 1 };
    PhoneNumberUtil: {
      getInstance(): {
        format(number: PhoneNumber, format: 0 | 1 | 2 | 3): string;
        formatOutOfCountryCallingNumber(number: PhoneNumber, regionCode: string): string;
        getCountryCodeForRegion(regionCode: string): number;
        getExampleNumberForType(regionCode: string, type: 0 | 1): PhoneNumber | null;
        getNationalSignificantNumber(number: PhoneNumber): string;
        /** The trunk prefix. `stripNonDigits`: without "~". */
        getNddPrefixForRegion(regionCode: string, stripNonDigits: boolean): string | null;
      };
    };
  };
  export = library;
}

import requestEn from "./seeds/en/phone-login.request.json" with { type: "json" };
import responseEn from "./seeds/en/phone-login.response.json" with { type: "json" };
import confirmRequestEn from "./seeds/en/phone-login-confirm.request.json" with { type: "json" };
import confirmResponseEn from "./seeds/en/phone-login-confirm.response.json" with { type: "json" };
import requestEs from "./seeds/es/phone-login.request.json" with { type: "json" };
import responseEs from "./seeds/es/phone-login.response.json" with { type: "json" };
import confirmRequestEs from "./seeds/es/phone-login-confirm.request.json" with { type: "json" };
import confirmResponseEs from "./seeds/es/phone-login-confirm.response.json" with { type: "json" };

/**
 * The JSON of the two pages that Verifik documents logging in with: "API Key Access via Phone" and "Acceso con API Key
 * vía Teléfono". The confirmed token is cut short with dots there, so only keys and types can be held against it.
 */
export const seeds = {
  en: {
    phoneLogin: { path: "/v2/projects/phone-login", request: requestEn, response: responseEn },
    confirm: { path: "/v2/projects/phone-login/confirm", request: confirmRequestEn, response: confirmResponseEn },
  },
  es: {
    phoneLogin: { path: "/v2/projects/phone-login", request: requestEs, response: responseEs },
    confirm: { path: "/v2/projects/phone-login/confirm", request: confirmRequestEs, response: confirmResponseEs },
  },
} as const;

import type { Language } from "../../texts/index.ts";

/** Every picture there is, in the order of the gallery, with what it shows. */
export const captions = {
  "menu-valid": { en: "The menu of the tray icon", es: "El menú del ícono de la bandeja" },
  "menu-expires-soon": { en: "Less than seven days left", es: "Quedan menos de siete días" },
  "menu-expired": { en: "Expired: nothing to copy", es: "Vencido: nada que copiar" },
  "menu-not-logged-in": { en: "Not logged in", es: "Sin sesión" },
  "tray-valid": { en: "The tooltip: token valid", es: "El texto del ícono: token válido" },
  "tray-expires-soon": {
    en: "Expires soon: another colour and another shape",
    es: "Vence pronto: otro color y otra forma",
  },
  "tray-expired": { en: "Expired", es: "Vencido" },
  "tray-not-logged-in": { en: "Not logged in", es: "Sin sesión" },
  notification: { en: "The reminder, seven days before", es: "El recordatorio, siete días antes" },
  "window-phone-number": { en: "The phone number of your account", es: "El número de teléfono de tu cuenta" },
  "window-code": { en: "The code that was sent to it", es: "El código que se le envió" },
  "window-wrong-code": { en: "A wrong code", es: "Un código incorrecto" },
  "window-expired-code": { en: "A code that has expired", es: "Un código vencido" },
  "window-authenticator": { en: "The second factor, if you have one", es: "El segundo factor, si lo tienes" },
  "window-logged-in": { en: "Logged in", es: "Sesión iniciada" },
  "window-copied": { en: "The token was copied", es: "El token se copió" },
  "window-memory-only": { en: "No keyring: kept in memory only", es: "Sin llavero: solo en memoria" },
  "window-expires-soon": { en: "The token expires soon", es: "El token vence pronto" },
  "window-expired": { en: "The token has expired", es: "El token venció" },
  "window-logged-out": { en: "Logged out", es: "Sesión cerrada" },
  "window-unreadable": { en: "The keyring does not give the token", es: "El llavero no entrega el token" },
  "window-without-tray": { en: "A desktop without a tray", es: "Un escritorio sin bandeja" },
} satisfies Readonly<Record<string, Readonly<Record<Language, string>>>>;

export type PictureName = keyof typeof captions;

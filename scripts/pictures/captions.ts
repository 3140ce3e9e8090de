import type { WindowStateName } from "../../desktop-lab/app/window-states/window-states.ts";
import type { Language } from "../../texts/index.ts";

type Captions<Name extends string> = Readonly<Record<Name, Readonly<Record<Language, string>>>>;

const panelCaptions = {
  "menu-valid": { en: "The menu of the tray icon", es: "El menú del ícono de la bandeja" },
  "menu-copy-as": {
    en: "Copy as: a header or a line of a .env file",
    es: "Copiar como: un encabezado o una línea .env",
  },
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
  "notification-not-renewed": {
    en: "The reminder of a token that did not renew itself",
    es: "El recordatorio de un token que no se renovó solo",
  },
} satisfies Captions<string>;

const windowCaptions: Captions<`window-${WindowStateName}`> = {
  "window-phone-number": { en: "The phone number of your account", es: "El número de teléfono de tu cuenta" },
  "window-country-picker": { en: "All countries, with their calling codes", es: "Todos los países, con su indicativo" },
  "window-country-search": { en: "Found by name, calling code or ISO code", es: "Por nombre, indicativo o código ISO" },
  "window-number-unknown": { en: "A number without an account", es: "Un número sin cuenta" },
  "window-cool-down": { en: "A code was sent a short while ago", es: "Se envió un código hace poco" },
  "window-no-connection": { en: "Verifik cannot be reached", es: "No se puede llegar a Verifik" },
  "window-server-words": { en: "An error in Verifik’s own words", es: "Un error en palabras de Verifik" },
  "window-remembered-number": { en: "The number of the last login", es: "El número de la última vez" },
  "window-code": { en: "The code that was sent to it", es: "El código que se le envió" },
  "window-wrong-code": { en: "A wrong code", es: "Un código incorrecto" },
  "window-expired-code": { en: "A code that has expired", es: "Un código vencido" },
  "window-authenticator": { en: "The second factor, if you have one", es: "El segundo factor, si lo tienes" },
  "window-enrolment": { en: "Setting up an authenticator app", es: "Configurar una app de autenticación" },
  "window-logged-in": { en: "Logged in", es: "Sesión iniciada" },
  "window-copy-menu": { en: "Copied in another form", es: "Copiarlo en otra forma" },
  "window-renew-menu": { en: "Renewed for up to a year", es: "Renovarlo hasta por un año" },
  "window-more-menu": {
    en: "What is rare, and what cannot be undone",
    es: "Lo poco usual y lo que no se puede deshacer",
  },
  "window-copied": { en: "The token was copied", es: "El token se copió" },
  "window-account": { en: "Checked: Verifik accepts the token", es: "Comprobado: Verifik acepta el token" },
  "window-renewed": {
    en: "Renewed without a code, and the offer to do so automatically",
    es: "Renovado sin código, y la oferta de hacerlo automáticamente",
  },
  "window-renewal-refused": { en: "Not renewed: log in again", es: "Sin renovar: inicia sesión de nuevo" },
  "window-rejected": { en: "Checked: Verifik rejects the token", es: "Comprobado: Verifik rechaza el token" },
  "window-check-failed": { en: "Verifik has trouble of its own", es: "Verifik tiene problemas" },
  "window-offline": { en: "Offline: the token can still be copied", es: "Sin conexión: el token aún se puede copiar" },
  "window-expires-soon": { en: "The token expires soon", es: "El token vence pronto" },
  "window-copy-expires-soon": {
    en: "A token that you copied expires soon; a newer one is here",
    es: "Un token que copiaste vence pronto; aquí hay uno más nuevo",
  },
  "window-expired": { en: "The token has expired", es: "El token venció" },
  "window-revoke": { en: "Before all tokens are revoked", es: "Antes de revocar todos los tokens" },
  "window-revoke-unanswered": {
    en: "Revoked or not? The answer was lost",
    es: "¿Revocados o no? Se perdió la respuesta",
  },
  "window-revoke-failed": { en: "Not revoked: too many requests", es: "Sin revocar: demasiadas solicitudes" },
  "window-revoked": { en: "All earlier tokens are revoked", es: "Los tokens anteriores están revocados" },
  "window-logged-out": { en: "Logged out", es: "Sesión cerrada" },
  "window-memory-only": { en: "No keyring: kept in memory only", es: "Sin llavero: solo en memoria" },
  "window-being-stored": { en: "A new token, while it is stored", es: "Un token nuevo, mientras se guarda" },
  "window-estimated": { en: "A token that does not say when it expires", es: "Un token que no indica cuándo vence" },
  "window-unreadable": { en: "The keyring does not give the token", es: "El llavero no entrega el token" },
  "window-without-tray": { en: "A desktop without a tray", es: "Un escritorio sin bandeja" },
  "window-automatic-renewal": {
    en: "It renews itself: the dot above the ruler says when",
    es: "Se renueva solo: el punto sobre la regla dice cuándo",
  },
  "window-renewal-waits": {
    en: "Without a keyring, automatic renewal waits",
    es: "Sin llavero, la renovación automática espera",
  },
  "window-renewal-failed": {
    en: "Not renewed yet: why, and when the next try is",
    es: "Aún sin renovar: por qué, y cuándo se intenta de nuevo",
  },
  "window-renewed-automatically": { en: "Renewed automatically", es: "Renovado automáticamente" },
  "window-settings": { en: "The settings", es: "La configuración" },
  "window-settings-end": { en: "The settings, further down", es: "La configuración, más abajo" },
  "window-settings-mistakes": { en: "Errors appear at their field", es: "Los errores aparecen junto a su campo" },
  "window-update-available": { en: "There is a newer version", es: "Hay una versión más nueva" },
  "window-settings-update": { en: "Checking for new versions, a choice", es: "Buscar versiones nuevas, si quieres" },
};

/** The captions of all pictures, in the order of the gallery. */
export const captions = { ...panelCaptions, ...windowCaptions };

export type PictureName = keyof typeof captions;

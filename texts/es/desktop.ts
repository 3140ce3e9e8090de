import type { TimeLeft } from "../../domain/token/time-left.ts";
import type { DesktopTexts } from "../en/desktop.ts";
import { shortName } from "../short-name.ts";

const unitNames = { day: ["día", "días"], hour: ["hora", "horas"], minute: ["minuto", "minutos"] } as const;

export function span({ unit, count }: TimeLeft): string {
  if (count === 0) return "menos de un minuto";
  return `${count} ${unitNames[unit][count === 1 ? 0 : 1]}`;
}

export function remaining(left: TimeLeft): string {
  return `${left.count > 1 ? "quedan" : "queda"} ${span(left)}`;
}

export const desktop: DesktopTexts = {
  productName: "Verifik Tray",
  startFailed: (reason) => `Verifik Tray no pudo iniciar: ${reason}`,
  sandboxOff:
    "este sistema no permite el sandbox de Chromium a los usuarios comunes, y sin él la ventana no es segura. Instala el paquete deb o rpm.",
  unexpectedError: "Algo falló dentro de Verifik Tray.",
  unexpectedErrorDetail:
    "Sigue en marcha. Si algo ya no funciona, sal y vuelve a abrirlo. Para reportarlo, abre la Configuración y elige «Exportar…».",

  notLoggedIn: "Sin sesión",
  tokenValid: (left) => `Token válido · ${remaining(left)}`,
  tokenExpiresSoon: (left) => `El token vence pronto · ${remaining(left)}`,
  tokenExpired: "Token vencido",
  tokenRejected: "Verifik rechazó el token",
  expiresOn: (date) => `Vence el ${date}`,
  expiresAround: (date) => `Vence hacia el ${date} (estimado)`,
  expiredOn: (date) => `Venció el ${date}`,
  storedTokenUnreadable: "No se puede leer el token guardado",
  inMemoryOnly: "Solo en memoria, hasta que salgas",

  copyToken: "Copiar token bearer",
  copyAs: "Copiar como",
  authorizationHeader: "Encabezado Authorization",
  envLine: (variableName) => `Línea .env (${shortName(variableName)})`,
  copied: (clearsInMs) =>
    clearsInMs === undefined
      ? "Copiado. El portapapeles se borra cuando salgas."
      : `Copiado. El portapapeles se borra en ${Math.round(clearsInMs / 1000)} segundos.`,
  renewForOneMonth: "Renovar por un mes",
  automaticRenewal: "Renovación automática",
  checkToken: "Comprobar token",
  logIn: "Iniciar sesión…",
  logInAgain: "Volver a iniciar sesión…",
  thisAccount: "Esta cuenta",
  logOut: "Cerrar sesión",
  revokeTokens: "Revocar todos los tokens…",
  openWindow: "Abrir Verifik Tray",
  settings: "Configuración…",
  quit: "Salir",

  reminderExpiresIn: (left) => `El token de Verifik vence en ${span(left)}`,
  reminderExpired: "El token de Verifik venció",
  clickToRenew: "Haz clic aquí para renovarlo.",
  clickToLogIn: "Haz clic aquí para volver a iniciar sesión.",

  notRenewed: (why) => `No se renovó automáticamente. ${why}.`,
  needsKeyring: "A la espera de un llavero",
  needsDisk: "A la espera de que se pueda escribir en el disco",
  shortLife: "No aplica a tokens que duran menos de dos días",
  loginUnderWay: "A la espera de que termine el inicio de sesión",
  renewalFailures: {
    "no-answer": "Verifik no respondió",
    "server-unwell": "Verifik tuvo problemas",
    "too-many-requests": "Verifik pidió esperar",
    refused: "Verifik no lo permitió",
    "token-rejected": "Verifik ya no acepta el token",
    "not-stored": "No se pudo guardar el token nuevo",
    "no-longer-life": "El token nuevo vencería antes",
  },

  copyExpiresIn: (day, left) => `El token que copiaste el ${day} vence en ${span(left)}`,
  copyExpiresInAbout: (day, left) => `El token que copiaste el ${day} vence en ${span(left)}, aproximadamente`,
  copyExpired: (day) => `El token que copiaste el ${day} venció`,
  copyExpiredAbout: (day) => `El token que copiaste el ${day} probablemente venció`,
  copyLine: (day, left) => `Copiado el ${day} · vence en ${span(left)}`,
  copyLineExpired: (day) => `Copiado el ${day} · venció`,
  newerTokenHere: "Aquí hay uno más nuevo: cópialo donde lo uses.",
  logInForNewToken: "Inicia sesión para obtener uno nuevo.",
  // La línea de comandos
  commandLineUsed: "Un programa obtuvo el token de Verifik con el comando verifik-tray",
  commandLineFoundOn: "El comando verifik-tray puede leer el token",
  commandLineAdvice:
    "Cualquier programa que se ejecute con tu usuario puede obtener el token. Haz clic aquí para verlo o cambiarlo.",
};

import type { OtpChannel } from "../../preload/contract.ts";
import { countdown, shortCountdown, spokenDuration } from "../duration.ts";
import type { WindowTexts } from "../en/window.ts";
import { withFullStop } from "../short-date.ts";
import { remaining, span } from "./desktop.ts";

const channelNames: Record<OtpChannel, string> = { whatsapp: "por WhatsApp ", sms: "por SMS ", other: "" };

export const window: WindowTexts = {
  unofficial: "Cliente no oficial, sin afiliación con Verifik ni respaldo suyo.",
  startAtLogin: "Abrir al entrar al computador",

  logInHeading: "Inicia sesión en Verifik",
  logInIntro: "Verifik te envía un código, sin contraseña.",
  country: "País",
  countries: "Países",
  phoneNumber: "Número de teléfono",
  phoneHelp: (country, callingCode) => `${country}. Puedes pegar el número completo, con ${callingCode}.`,
  searchCountries: "Nombre, indicativo o código ISO",
  noCountry: "Ningún país coincide.",
  countriesFound: (count) => (count === 1 ? "1 país" : `${count} países`),
  rememberedNumber: "Tu número",
  useOtherNumber: "Usar otro",
  numberForgotten: "El número se olvidó.",
  rememberNumber: "Recordar este número",
  sendCode: "Enviar código",
  sendingCode: "Enviando…",
  cancel: "Cancelar",
  handleWithCare: "Quien tenga el token puede gastar tus créditos. Verifik no responde por el manejo que se le dé.",

  codeHeading: "Ingresa el código",
  codeSent: (channel, maskedPhone) => `Enviado ${channelNames[channel]}al ${maskedPhone}`,
  verificationCode: "Código de verificación",
  codeExpiresIn: (remainingMs) => `Vence en ${countdown(remainingMs)}`,
  codeExpiresInSpoken: (remainingMs, locale) => `El código vence en ${spokenDuration(remainingMs, locale)}.`,
  codeExpired: "Este código venció.",
  codeCheckedAutomatically: "Se verifica apenas estén los seis dígitos.",
  verify: "Verificar",
  verifying: "Verificando…",
  resendCode: "Reenviar código",
  sendNewCode: "Enviar un código nuevo",
  resendIn: (remainingMs) => `Reenviar en ${countdown(remainingMs)}`,
  resendNow: "Ya puedes pedir otro código.",
  haveCode: "Ya tengo el código",
  nextCodeIn: (remainingMs) => `Se podrá volver a enviar en ${countdown(remainingMs)}.`,
  nextCodeNow: "Ya se puede volver a enviar.",
  tryAgain: "Reintentar",
  tryAgainIn: (remainingMs) => `Podrás intentarlo de nuevo en ${countdown(remainingMs)}.`,
  tryAgainNow: "Ya puedes intentarlo de nuevo.",
  codeResent: "Va en camino un código nuevo.",
  changeNumber: "Cambiar número",

  authenticatorHeading: "Un código más",
  authenticatorIntro:
    "Tu cuenta tiene un segundo factor. Ingresa el código que tu aplicación de autenticación muestra para Verifik.",
  authenticatorCode: "Código del autenticador",
  enrolmentHeading: "Configura tu autenticador",
  enrolmentIntro: "Tu cuenta lo exige. Escanea esto con la aplicación; solo se ve esta vez.",
  qrCode: "Código QR para tu aplicación de autenticación",
  secretKey: "O escribe la clave",
  enrolmentCode: "Luego ingresa los seis dígitos que muestre",

  loggedInHeading: "Sesión iniciada",
  left: (left) => capitalized(remaining(left)),
  expired: "Vencido",
  rejected: "Rechazado por Verifik",
  cannotBeRead: "No se puede leer",
  leftOfLife: (left, life) =>
    left.unit === life.unit
      ? `${left.count > 1 ? "Quedan" : "Queda"} ${left.count} de ${span(life)}`
      : `${capitalized(remaining(left))} de ${span(life)}`,
  noneOfLifeLeft: (life) => `No queda nada de ${span(life)}`,
  lifeUnknown: "No se puede leer cuánto le queda al token",
  startDate: (momentMs, locale) =>
    new Intl.DateTimeFormat(locale, { month: "numeric", day: "numeric" }).format(momentMs),
  wouldExpireOn: (date) => `Vencería el ${date}`,
  envLineFormat: "Línea .env",
  copiedClearsIn: (remainingMs) => `Copiado · se borra en ${shortCountdown(remainingMs)}`,
  copiedClearsAtQuit: "Copiado · se borra al salir",
  clearNow: "Borrar ya",
  closeMessage: "Cerrar mensaje",
  clipboardCleared: "El portapapeles se borró.",
  more: "Más",
  estimated: "El token no indica cuándo vence; se asumieron 30 días.",
  offlineWithToken: "Este computador no tiene conexión. Aún puedes copiar el token.",
  tokenAccepted: "Verifik acepta el token.",
  checking: "Consultando a Verifik…",
  accepted: (ago) => (ago.count === 0 ? "aceptado ahora mismo" : `aceptado hace ${span(ago)}`),
  rejectedNow: "rechazado",
  account: "Cuenta",
  accountAndCredits: "Cuenta y créditos",
  notChecked: "Aún sin comprobar",
  mayBeRevoked: "Puede que lo hayan revocado. Algunos proxies también responden así, por eso se conserva el token.",
  checkAgain: "Comprobar de nuevo",
  useAnyway: "Usarlo de todos modos",
  useAnywayHint: "En otra parte puede que sirva",
  copy: "Copiar",
  credits: (count, locale) => `${count.toLocaleString(locale)} ${Math.abs(count) === 1 ? "crédito" : "créditos"}`,
  renewNow: "Renovar ahora",
  renew: "Renovar",
  renewalLength: "Duración de la renovación",
  months: (count) => (count === 1 ? "1 mes" : `${count} meses`),
  renewsFor: (count) => `Por ${count === 1 ? "1 mes" : `${count} meses`}, sin código`,
  renewing: "Renovando…",
  tokenRenewed: (date) => `${withFullStop(`Renovado: vence el ${date}`)} El token anterior sirve hasta que venza.`,
  renewalRefused: "Verifik no renovó el token porque ya no lo acepta. Inicia sesión para obtener uno nuevo.",
  automaticRenewalHeading: "Renovación automática",
  renewalOff: "Desactivada: al vencer se pide un código",
  nextRenewalOn: (day) => `La próxima, el ${day}`,
  nextRenewalAt: (time) => `La próxima, ${atTime(time)}`,
  nextTryOn: (day) => `Nuevo intento el ${day}`,
  nextTryAt: (time) => `Nuevo intento ${atTime(time)}`,
  noFurtherTry: "No habrá otro intento",
  renewedAutomatically: (day) => `Se renovó automáticamente el ${day}`,
  renewsItselfOn: (day) => `se renueva solo el ${day}`,
  offerRenewal: "¿Quieres que se renueve automáticamente desde ahora?",
  turnOnRenewal: "Activar",
  declineRenewal: "No, gracias",
  beingStored: "Se está guardando el token nuevo…",

  revokeHeading: "¿Revocar todos los tokens?",
  revokeIntro:
    "Todos los tokens de esta cuenta dejan de servir ya; este computador obtiene uno nuevo. Hasta que también lo tengan, fallan:",
  revokeConsequences: [
    "scripts, servidores y despliegues",
    "tus otros computadores y los de tu equipo",
    "copias en archivos y gestores de contraseñas",
  ],
  revokeFinal: "Esto no se puede deshacer.",
  revokeConfirm: "Revocar todos y obtener uno nuevo",
  revoking: "Revocando…",
  tokensRevoked: "Todos los tokens anteriores dejaron de servir. Copia el nuevo dondequiera que lo uses.",
  copyRevoked: (day) =>
    `Todos los tokens anteriores dejaron de servir, también el que copiaste el ${day}. Copia el nuevo dondequiera que lo uses.`,
  copyDismissed: (day) => `Ya no habrá recordatorios del token que copiaste el ${day}.`,
  copyNewer: "Copiar el token más nuevo",
  noLongerUseCopy: "Ya no lo uso",
  loggedOut: (date) =>
    withFullStop(
      `El token se eliminó de este computador. Las copias que tengas en otros lugares sirven hasta que venza, el ${date}`,
    ),
  loggedOutCopy: (day, date) =>
    withFullStop(`El token que copiaste el ${day} sigue sirviendo hasta que venza, el ${date}`),
  memoryWithoutKeyring:
    "No hay un llavero abierto: el token queda solo en memoria y se pierde al salir. Desbloquea o inicia uno (GNOME Keyring o KWallet) y el token se guardará.",
  memoryAfterWriteFailure:
    "No se pudo escribir el token en el disco: queda solo en memoria y se pierde al salir. Revisa el espacio y los permisos, y vuelve a iniciar sesión.",
  unreadable: (why) => {
    if (why.reason === "no-keyring") {
      return "Hay un token guardado, pero no se encuentra un llavero que lo descifre. Queda como está. Desbloquea el llavero o vuelve a iniciar sesión.";
    }
    if (why.reason === "other-keyring") {
      return `El token guardado se cifró con ${why.encryptedBy}, y este escritorio usa ${why.present}. Queda como está, y se podrá leer cuando vuelva ${why.encryptedBy}. O vuelve a iniciar sesión.`;
    }
    return "El token guardado se cifró con una clave que tu llavero ya no tiene; puede que se haya restablecido. Queda como está. Vuelve a iniciar sesión.";
  },
  restart: "Reiniciar",
  settingsDamaged: "El archivo de configuración estaba dañado y se apartó. Se usa la configuración predeterminada.",

  settingsHeading: "Configuración",
  back: "Volver",
  saved: "Guardado.",
  remindersHeading: "Recordatorios",
  remindersBefore: "Antes de que venza el token",
  remindersHint: "También del último token que copiaste, si es uno anterior. Las copias más viejas no se vigilan.",
  reminderOffsets: {
    "7-days": "7 días",
    "1-day": "1 día",
    "1-hour": "1 hora",
    expiry: "Al vencer",
  },
  ownReminder: "Otro…",
  ownReminderDays: "Días antes",
  days: (count) => (count === 1 ? "día" : "días"),
  ownReminderInvalid: (longestDays) => `Escribe un número entero de días, de 1 a ${longestDays}.`,
  renewalHeading: "Renovación",
  automaticRenewalHint:
    "A los dos tercios de la vida del token, por un mes, sin código. Quien se lleve este computador desbloqueado conserva la sesión.",
  copyingHeading: "Al copiar",
  clipboardClearing: "Borrar el portapapeles",
  clipboardClearings: {
    "15-seconds": "A los 15 s",
    "45-seconds": "A los 45 s",
    "2-minutes": "A los 2 min",
    "at-quit": "Al salir",
  },
  clipboardHint: "Y siempre al salir, o al bloquear la pantalla si el sistema lo avisa.",
  variableName: "Nombre en la línea .env",
  ownVariableName: "Otro…",
  ownVariableNameField: "Nombre",
  commandLineHeading: "Línea de comandos",
  commandLine: "Permitir que el comando verifik-tray lea el token",
  commandLineHint: "Cualquier programa que se ejecute con tu usuario podrá obtener el token sin preguntar.",
  commandLineUses: (count, since, last) =>
    count === 1
      ? `Línea de comandos: una vez, a las ${last}`
      : `Línea de comandos: ${count} veces desde las ${since}, la última a las ${last}`,
  commandLineNoPlace: "Ahora no funciona: no hay una carpeta que solo tú puedas abrir.",
  generalHeading: "General",
  language: "Idioma",
  systemLanguage: "El del sistema",
  updateCheck: "Buscar versiones nuevas",
  updateCheckHint: (version, host) => `Esta es la ${version}. Pregunta a ${host}, máximo una vez al día.`,
  updateAvailable: (version) => `Está disponible la versión ${version}.`,
  getUpdate: "Obtenerla en github.com",
  hideUpdate: "Ocultar",
  updateHidden: "Se ocultó. Sigue en la configuración.",
  aboutHeading: "Acerca de",
  diagnostics: "Diagnóstico",
  diagnosticsHint: "Para quien te ayude. Texto sin formato, sin token, códigos ni números.",
  exportDiagnostics: "Exportar…",
  diagnosticsSaved: "El archivo se guardó.",
  storeProblem: (problem) =>
    ({
      damaged: "El archivo del token guardado estaba dañado. Se apartó, y Verifik Tray arranca sin él.",
      newer: "El archivo del token guardado es de un Verifik Tray más nuevo. Se apartó, y este arranca sin él.",
      unreachable:
        "El archivo del token guardado no se puede leer ni escribir. Revisa los permisos de la carpeta de configuración; mientras tanto, el token queda solo en memoria.",
    })[problem],
  missingTray: (why) =>
    ({
      none: "Este escritorio no muestra íconos en la bandeja, así que todo está aquí. Para volver, abre Verifik Tray otra vez. El ícono aparece con un panel o una barra que tenga bandeja.",
      "none-on-gnome":
        "GNOME por sí solo no muestra íconos en la bandeja, así que todo está aquí. Para volver, abre Verifik Tray otra vez. La extensión AppIndicator trae el ícono.",
      refused:
        "La bandeja de este escritorio no aceptó el ícono, así que todo está aquí. Para volver, abre Verifik Tray otra vez.",
    })[why],
  accountAtVerifik: "Tu cuenta en Verifik",
  openVerifik: "Abrir verifik.co",
  testBuild:
    "Versión de prueba con un Electron antiguo, para un sandbox en este computador. No es para una cuenta real.",
  otherOrigin: (origin) => `Conectado a ${origin} en lugar de api.verifik.co.`,
};

/** "a la 1:04 p. m.", "a las 3:04 p. m." */
function atTime(time: string): string {
  return `${/^0?1:/.test(time) ? "a la" : "a las"} ${time}`;
}

function capitalized(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

import type { TimeLeft } from "../main/domain/time-left.ts";
import type { OtpChannel } from "../preload/contract.ts";
import { countdown } from "./duration.ts";
import type { Texts } from "./en.ts";

const unitNames = { day: ["día", "días"], hour: ["hora", "horas"], minute: ["minuto", "minutos"] } as const;

function span({ unit, count }: TimeLeft): string {
  if (count === 0) return "menos de un minuto";
  return `${count} ${unitNames[unit][count === 1 ? 0 : 1]}`;
}

function remaining(left: TimeLeft): string {
  return `${left.count > 1 ? "quedan" : "queda"} ${span(left)}`;
}

const channelNames: Record<OtpChannel, string> = { whatsapp: "por WhatsApp ", sms: "por SMS ", other: "" };

export const es: Texts = {
  productName: "Verifik Tray",
  unofficial: "Cliente no oficial, sin afiliación con Verifik ni respaldo suyo.",

  notLoggedIn: "Sin sesión",
  tokenValid: (left) => `Token válido · ${remaining(left)}`,
  tokenExpiresSoon: (left) => `El token vence pronto · ${remaining(left)}`,
  tokenExpired: "Token vencido",
  tokenRejected: "Verifik rechazó el token",
  goodUntil: (date) => `Vence el ${date}`,
  goodUntilAbout: (date) => `Vence hacia el ${date} (estimado)`,
  expiredOn: (date) => `Venció el ${date}`,
  storedTokenUnreadable: "No se puede leer el token guardado",
  inMemoryOnly: "Solo en memoria, hasta que salgas",
  copyToken: "Copiar token bearer",
  logIn: "Iniciar sesión…",
  logInAgain: "Volver a iniciar sesión…",
  checkToken: "Comprobar token",
  logOut: "Cerrar sesión",
  startAtLogin: "Iniciar con la sesión",
  quit: "Salir",
  startFailed: (reason) => `Verifik Tray no pudo iniciar: ${reason}`,

  reminderExpiresIn: (left) => `El token de Verifik vence en ${span(left)}`,
  reminderExpired: "El token de Verifik venció",
  reminderBody: "Haz clic aquí para volver a iniciar sesión.",

  logInHeading: "Inicia sesión en Verifik",
  logInIntro: "Verifik envía un código al número de teléfono de tu cuenta.",
  country: "País",
  phoneNumber: "Número de teléfono",
  sendCode: "Enviar código",
  sendingCode: "Enviando…",
  cancel: "Cancelar",
  handleWithCare:
    "Quien tenga el token puede gastar tus créditos de Verifik. Verifik no responde por el manejo que se le dé.",

  codeHeading: "Ingresa el código",
  codeSent: (channel, maskedPhone) => `Enviado ${channelNames[channel]}al ${maskedPhone}`,
  verificationCode: "Código de verificación",
  codeGoodFor: (remainingMs) => `El código vence en ${countdown(remainingMs)}`,
  codeRanOut: "El código venció. Pide uno nuevo.",
  verify: "Verificar",
  verifying: "Verificando…",
  resendCode: "Reenviar código",
  resendIn: (remainingMs) => `en ${countdown(remainingMs)}`,
  haveCode: "Ya tengo el código",
  nextCodeIn: (remainingMs) => `Se podrá volver a enviar en ${countdown(remainingMs)}.`,
  nextCodeNow: "Ya se puede volver a enviar.",
  tryAgainIn: (remainingMs) => `Podrás intentarlo de nuevo en ${countdown(remainingMs)}.`,
  tryAgainNow: "Ya puedes intentarlo de nuevo.",
  codeResent: "Va en camino un código nuevo.",
  changeNumber: "Cambiar número",

  authenticatorHeading: "Un código más",
  authenticatorIntro:
    "Tu cuenta tiene un segundo factor. Abre tu aplicación de autenticación e ingresa el código que muestra para Verifik.",
  authenticatorCode: "Código del autenticador",

  loggedInHeading: "Sesión iniciada",
  tokenHeading: "Tu token bearer",
  phoneUsed: (maskedPhone) => `Obtenido con el ${maskedPhone}`,
  estimated: "El token no indica cuándo vence; se supusieron 30 días.",
  copied: (clearsInMs) => `Copiado. El portapapeles se borra en ${Math.round(clearsInMs / 1000)} segundos.`,
  tokenAccepted: "Verifik acepta el token.",
  loggedOut: (date) =>
    `El token se eliminó de este computador. En Verifik sigue siendo válido hasta el ${date}, donde sea que lo hayas puesto.`,
  memoryWithoutKeyring:
    "No hay un llavero disponible: el token queda solo en memoria y se pierde al salir. Desbloquea o instala uno (GNOME Keyring o KWallet) y reinicia Verifik Tray.",
  memoryAfterWriteFailure:
    "No se pudo escribir el token en el disco: queda solo en memoria y se pierde al salir. Revisa el espacio y los permisos, y vuelve a iniciar sesión.",
  unreadable: (why) => {
    if (why.reason === "no-keyring") {
      return "Hay un token guardado, pero no se encuentra un llavero que lo descifre. Queda como está. Desbloquea el llavero y reinicia, o vuelve a iniciar sesión.";
    }
    if (why.reason === "other-keyring") {
      return `El token guardado se cifró con ${why.encryptedBy}, y este escritorio usa ${why.present}. Queda como está, y se podrá leer cuando vuelva ${why.encryptedBy}. O vuelve a iniciar sesión.`;
    }
    return "El token guardado se cifró con una clave que tu llavero ya no tiene; puede que se haya restablecido. Queda como está. Vuelve a iniciar sesión.";
  },
  restart: "Reiniciar",
  storeProblem: (problem) =>
    ({
      damaged: "El archivo del token guardado estaba dañado. Se apartó, y Verifik Tray arranca sin él.",
      newer: "El archivo del token guardado es de un Verifik Tray más nuevo. Se apartó, y este arranca sin él.",
      unreachable:
        "El archivo del token guardado no se puede leer ni escribir. Revisa los permisos de la carpeta de configuración; mientras tanto, el token queda solo en memoria.",
    })[problem],
  trayMissing:
    "Este escritorio no muestra íconos en la bandeja, así que todo está aquí. Para volver, abre Verifik Tray otra vez. En GNOME, la extensión AppIndicator trae el ícono.",
  openVerifik: "Abrir verifik.co",
  otherOrigin: (origin) => `Esta ventana se comunica con ${origin}, no con la dirección propia de Verifik.`,

  failures: {
    "phone-invalid": ({ reason }) =>
      ({
        empty: "Ingresa el número de teléfono de tu cuenta de Verifik.",
        "too-short": "Este número es muy corto para el país. Revísalo.",
        "too-long": "Este número es muy largo para el país. Revísalo.",
        "not-a-number": "Esto no es un número de teléfono. Ingresa sus dígitos.",
        refused: "Verifik no acepta este número de teléfono. Revisa el país y el número.",
      })[reason],
    "otp-malformed": () => "El código tiene seis dígitos. Ingrésalos todos.",
    "authenticator-malformed": () => "El código del autenticador tiene seis dígitos. Ingrésalos todos.",
    "phone-unknown": () =>
      "Este número no pertenece a ninguna cuenta de Verifik. Revísalo o crea una cuenta en verifik.co.",
    "otp-not-sent": () => "Verifik no pudo enviar el código. Inténtalo de nuevo en un momento.",
    "otp-wrong": () => "El código es incorrecto. Revisa el último mensaje e ingrésalo de nuevo.",
    "otp-expired": () => "El código venció. Elige «Reenviar código» para recibir uno nuevo.",
    "otp-not-pending": () =>
      "Ya no hay un código pendiente para este número. Elige «Reenviar código» para recibir uno nuevo.",
    "otp-already-used": () =>
      "Este código ya se usó: puede que la respuesta se haya perdido en el camino. Elige «Reenviar código» para iniciar sesión con uno nuevo.",
    "attempts-exhausted": () => "Demasiados códigos incorrectos. Elige «Reenviar código» para recibir uno nuevo.",
    "authenticator-wrong": () =>
      "El código del autenticador es incorrecto. Ingresa el que la aplicación muestra ahora.",
    "second-factor-not-set-up": () =>
      "Tu cuenta pide un segundo factor que todavía no está configurado. Configúralo en verifik.co y luego inicia sesión aquí.",
    "cool-down": () => "Hace poco se envió un código: revisa tus mensajes.",
    "too-many-requests": () => "Verifik no recibe más solicitudes por ahora. Espera un poco e inténtalo de nuevo.",
    "credits-exhausted": () => "Tu cuenta de Verifik no tiene créditos. Recárgala en verifik.co e inténtalo de nuevo.",
    "parameter-missing": ({ parameters }) =>
      `Falta algo en la solicitud (${parameters.join(", ")}). Puede que la API de Verifik haya cambiado: busca una versión más nueva de Verifik Tray.`,
    "request-refused": ({ status, detail }) =>
      `Verifik rechazó la solicitud (estado ${status}).${detail ? ` Dice: ${detail}` : " Inténtalo más tarde."}`,
    "server-unwell": ({ status }) =>
      `Verifik tiene un problema (estado ${status}). Inténtalo de nuevo en unos minutos.`,
    "response-unreadable": () =>
      "La respuesta no parece de Verifik. Puede haber un proxy o una página de acceso de por medio: revisa tu red e inténtalo de nuevo.",
    "response-too-large": () =>
      "La respuesta era demasiado grande para ser de Verifik y se rechazó. Revisa tu red e inténtalo de nuevo.",
    "redirect-refused": () =>
      "El servidor desvió la solicitud a otra dirección, lo que se rechaza por seguridad. Revisa tu red o el proxy.",
    "timed-out": () => "Verifik no respondió en 15 segundos. Revisa tu conexión e inténtalo de nuevo.",
    unreachable: ({ reason }) =>
      ({
        offline: "Este computador no tiene conexión. Conéctalo e inténtalo de nuevo.",
        "name-not-found": "No se encontró la dirección de Verifik. Revisa tu conexión o el DNS e inténtalo de nuevo.",
        refused: "El servidor de Verifik no acepta la conexión. Inténtalo de nuevo en unos minutos.",
        tls: "No se pudo establecer una conexión segura: no se acepta el certificado o el cifrado del servidor. Revisa el reloj y tu red; no se envió nada.",
        proxy: "El proxy no deja pasar la conexión. Revisa la configuración de proxy del sistema.",
        other: "Se cortó la conexión con Verifik. Revisa tu red e inténtalo de nuevo.",
      })[reason],
    "token-rejected": () =>
      "Verifik rechazó el token. Puede que lo hayan revocado: vuelve a iniciar sesión. (Algunos proxies también responden así; el token se conserva.)",
    "no-token": () => "No hay token. Inicia sesión primero.",
    "token-expired": () => "El token venció y no se copió. Vuelve a iniciar sesión.",
    "clipboard-refused": () => "No se pudo copiar el token al portapapeles. Inténtalo de nuevo.",
    "token-not-removed": () =>
      "No se pudo eliminar el token del disco. Revisa los permisos de la carpeta de configuración y cierra sesión otra vez.",
    "autostart-refused": () =>
      "No se pudo cambiar el inicio con la sesión. Revisa los permisos de tu carpeta de inicio automático e inténtalo de nuevo.",
    "no-login-pending": () => "Este inicio de sesión ya terminó. Pide un código nuevo.",
  },
};

import type { FailureTexts } from "../failure-texts.ts";

export const failures: FailureTexts = {
  "phone-invalid": ({ reason }) =>
    ({
      empty: "Ingresa el número de teléfono de tu cuenta de Verifik.",
      "too-short": "Este número es muy corto para el país. Revísalo.",
      "too-long": "Este número es muy largo para el país. Revísalo.",
      "not-a-number": "Esto no es un número de teléfono. Ingresa solo los dígitos, sin extensión.",
      refused: "Verifik no acepta este número de teléfono. Revisa el país y el número.",
    })[reason],
  "calling-code-unclear": ({ callingCode }) =>
    `No es claro si ${callingCode} es aquí el indicativo de un país. Ingresa el número con + y su indicativo.`,
  "otp-malformed": () => "El código tiene seis dígitos. Ingrésalos todos.",
  "authenticator-malformed": () => "El código del autenticador tiene seis dígitos. Ingrésalos todos.",
  "phone-unknown": () => "Ninguna cuenta de Verifik usa este número. Revísalo o crea una cuenta en verifik.co.",
  "otp-not-sent": () => "Verifik no pudo enviar el código. Inténtalo de nuevo en un momento.",
  "otp-wrong": () => "El código es incorrecto. Revisa el último mensaje.",
  "otp-expired": () => "Este código venció. Pide uno nuevo.",
  "otp-not-pending": () => "Este código ya no es válido. Pide uno nuevo.",
  "otp-already-used": () => "Este código ya se usó: puede que la respuesta se haya perdido. Pide uno nuevo.",
  "attempts-exhausted": () => "Demasiados códigos incorrectos. Pide uno nuevo.",
  "authenticator-wrong": () => "El código del autenticador es incorrecto. Ingresa el que la aplicación muestra ahora.",
  "cool-down": () => "Hace poco se envió un código: revisa tus mensajes.",
  "too-many-requests": () => "Verifik no recibe más solicitudes por ahora. Espera un poco e inténtalo de nuevo.",
  "credits-exhausted": () => "Tu cuenta de Verifik no tiene créditos. Recárgala en verifik.co e inténtalo de nuevo.",
  "parameter-missing": ({ parameters }) =>
    `Falta algo en la solicitud (${parameters.join(", ")}). Puede que la API de Verifik haya cambiado: busca una versión más nueva de Verifik Tray.`,
  "request-refused": ({ status, detail }) =>
    `Verifik rechazó la solicitud (estado ${status}).${detail ? ` Dice: ${detail}` : " Inténtalo más tarde."}`,
  "server-unwell": ({ status }) => `Verifik tiene un problema (estado ${status}). Inténtalo de nuevo en unos minutos.`,
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
      "no-connection":
        "No se pudo establecer una conexión con el servidor de Verifik. Revisa tu red e inténtalo de nuevo.",
      refused: "El servidor de Verifik no acepta la conexión. Inténtalo de nuevo en unos minutos.",
      tls: "No se pudo establecer una conexión segura: no se acepta el certificado o el cifrado del servidor. Revisa el reloj y tu red; no se envió nada.",
      proxy: "El proxy no deja pasar la conexión. Revisa la configuración de proxy: la del sistema o HTTPS_PROXY.",
      other: "Se cortó la conexión con Verifik. Revisa tu red e inténtalo de nuevo.",
    })[reason],
  "token-rejected": () =>
    "Verifik rechazó el token. Puede que lo hayan revocado: vuelve a iniciar sesión. (Algunos proxies también responden así; el token se conserva.)",
  "no-token": () => "No hay token. Inicia sesión primero.",
  "token-expired": () => "El token venció. Vuelve a iniciar sesión.",
  "revocation-unanswered": () =>
    "La respuesta se perdió. Puede que todos los tokens, también este, hayan dejado de servir. Comprueba el token; si Verifik lo rechaza, vuelve a iniciar sesión.",
  "renewal-not-stored": () =>
    "El token se renovó, pero el nuevo no se pudo guardar. El actual se conserva y sigue sirviendo. Revisa el espacio, los permisos y el llavero, y renuévalo otra vez.",
  "variable-name-invalid": () => "Ingresa letras, dígitos y guiones bajos, sin empezar por un dígito.",
  "settings-not-stored": () =>
    "No se pudo guardar la configuración. Revisa el espacio y los permisos de la carpeta de configuración, e inténtalo de nuevo.",
  "clipboard-needs-focus": () =>
    "En este escritorio solo la ventana que está al frente puede usar el portapapeles. Elige lo mismo en esta ventana, o instala wl-clipboard para copiar también desde el menú.",
  "clipboard-refused": () => "No se pudo copiar el token al portapapeles. Inténtalo de nuevo.",
  "token-not-removed": () =>
    "No se pudo eliminar el token del disco. Revisa los permisos de la carpeta de configuración y cierra sesión otra vez.",
  "number-not-forgotten": () =>
    "No se pudo eliminar del disco el número recordado. Revisa los permisos de la carpeta de configuración e inténtalo de nuevo.",
  "autostart-refused": () =>
    "No se pudo cambiar el inicio con la sesión. Revisa los permisos de tu carpeta de inicio automático e inténtalo de nuevo.",
  "diagnostics-not-saved": () =>
    "No se pudo guardar el archivo. Revisa el espacio y los permisos de la carpeta, o elige otro lugar.",
  "no-login-pending": () => "Este inicio de sesión ya terminó. Pide un código nuevo.",
};

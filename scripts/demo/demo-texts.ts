import type { Language } from "../../texts/index.ts";

const en = {
  // With a display
  logInWith: (number: string) => `In the window, log in with ${number}. Its code comes here, into this terminal.`,
  endsWithTheApp: "Everything is thrown away when you quit the app from its tray icon.",
  noSessionBus: "There is no D-Bus session here, so there is no tray either: quit with Ctrl-C.",
  headlessIsForLinux: "The headless demo needs Linux: its tray, keyring and notifications are D-Bus services.",

  // Who saw it
  trayHost: "tray host reads",
  sandbox: "sandbox got",
  disk: "on disk",
  xclip: "xclip reads",
  xclipPrimary: "xclip reads PRIMARY",
  verifik: "sandbox answers clients/me with that token",
  notificationServer: "notification server got",
  window: "window reads",
  earlier: "it is the earlier token",
  alert: "window's alert reads",
  keyboard: "window has the focus on",
  process: "exit code",
  expected: "expected",

  // What happens
  starts: "The app starts on a desktop of its own: the icon comes, and the window, because there is no token.",
  typesNumber: (number: string) => `The person types ${number} and chooses Send code.`,
  typesWrongCode: "The person types a wrong code.",
  typesCode: "The person types the right code.",
  copies: "The person chooses Copy bearer token in the tray's menu.",
  renews: "The person chooses Renew for one month: no code is needed.",
  copiesLine: "The person chooses Copy as, .env line.",
  asksWithoutPermission: "A script asks for the token by verifik-tray token. The command line is off, so it gets none.",
  switchesOn: "The person switches the command line on in the settings, and the script asks again, without a display.",
  restarts: "The app is quit and started again: the clipboard is cleared, and the token is still there.",
  logsOut: "The person chooses Log out.",
  secondFactor: (number: string) =>
    `The person logs in with ${number}, whose account asks for an authenticator code too.`,
  expires:
    "Now with tokens that live for ten seconds: the app starts with another sandbox, and the person logs in there.",
  reminded: "The token expires.",
  clicks:
    "The person clicks the notification: the window opens, ready to log in again with the number of the last time.",
  quits: "The person chooses Quit.",
  pictures: (folder: string) => `Pictures of the window are in ${folder}.`,
  result: (observations: number, wrong: number) =>
    wrong === 0 ? `All ${observations} observations held.` : `${wrong} of ${observations} observations did not hold.`,
};

export type DemoTexts = typeof en;

const es: DemoTexts = {
  logInWith: (number) => `En la ventana, inicia sesión con ${number}. Su código llega aquí, a esta terminal.`,
  endsWithTheApp: "Todo se descarta cuando sales de la aplicación desde su ícono en la bandeja.",
  noSessionBus: "Aquí no hay una sesión de D-Bus, así que tampoco hay bandeja: sal con Ctrl-C.",
  headlessIsForLinux:
    "La demostración sin pantalla necesita Linux: su bandeja, llavero y notificaciones son servicios de D-Bus.",

  trayHost: "la bandeja lee",
  sandbox: "el sandbox recibió",
  disk: "en el disco",
  xclip: "xclip lee",
  xclipPrimary: "xclip lee PRIMARY",
  verifik: "el sandbox responde a clients/me con ese token",
  notificationServer: "el servidor de notificaciones recibió",
  window: "la ventana dice",
  earlier: "es el token anterior",
  alert: "la alerta de la ventana dice",
  keyboard: "la ventana tiene el foco en",
  process: "código de salida",
  expected: "se esperaba",

  starts: "La aplicación inicia en un escritorio propio: aparece el ícono, y la ventana, porque no hay token.",
  typesNumber: (number) => `La persona escribe ${number} y elige Enviar código.`,
  typesWrongCode: "La persona escribe un código incorrecto.",
  typesCode: "La persona escribe el código correcto.",
  copies: "La persona elige Copiar token bearer en el menú de la bandeja.",
  renews: "La persona elige Renovar por un mes: no hace falta un código.",
  copiesLine: "La persona elige Copiar como, Línea .env.",
  asksWithoutPermission:
    "Un script pide el token con verifik-tray token. La línea de comandos está desactivada, así que no lo recibe.",
  switchesOn: "La persona activa la línea de comandos en la configuración, y el script lo pide de nuevo, sin pantalla.",
  restarts: "Se sale de la aplicación y se inicia otra vez: el portapapeles quedó vacío y el token sigue ahí.",
  logsOut: "La persona elige Cerrar sesión.",
  secondFactor: (number) =>
    `La persona inicia sesión con ${number}, cuya cuenta pide además un código del autenticador.`,
  expires:
    "Ahora con tokens que duran diez segundos: la aplicación inicia con otro sandbox, y la persona inicia sesión allí.",
  reminded: "El token vence.",
  clicks:
    "La persona hace clic en la notificación: se abre la ventana, lista para volver a iniciar sesión con el número de la última vez.",
  quits: "La persona elige Salir.",
  pictures: (folder) => `Las imágenes de la ventana están en ${folder}.`,
  result: (observations, wrong) =>
    wrong === 0
      ? `Las ${observations} observaciones se cumplieron.`
      : `${wrong} de ${observations} observaciones no se cumplieron.`,
};

export const demoTexts: Readonly<Record<Language, DemoTexts>> = { en, es };

import type { CommandLineTexts } from "../en/command-line.ts";
import { span } from "./desktop.ts";

const states: Readonly<Record<Parameters<CommandLineTexts["status"]>[0], string>> = {
  valid: "válido",
  "expires-soon": "vence pronto",
  expired: "vencido",
  rejected: "rechazado por Verifik",
  absent: "sin sesión",
  unreadable: "no se puede leer",
  loading: "cargando",
};

const problems: Readonly<Record<Parameters<CommandLineTexts["problem"]>[0], string>> = {
  "no-token": "no hay una sesión iniciada. Abre Verifik Tray e inicia sesión.",
  expired: "el token venció. Abre Verifik Tray e inicia sesión.",
  rejected: "Verifik rechazó el token. Abre Verifik Tray e inicia sesión de nuevo.",
  "too-little-left": "el token vence antes de lo que pide --min-valid. Renuévalo en Verifik Tray.",
  "other-api":
    "Verifik Tray usa una API distinta de la que indica VERIFIK_API_URL. Iníciala con la misma VERIFIK_API_URL o quita la variable aquí.",
  unreadable:
    "el llavero no deja leer el token. Desbloquéalo e inténtalo de nuevo; la ventana de Verifik Tray da más detalles.",
  loading: "Verifik Tray todavía está cargando el token. Desbloquea el llavero si lo pide e inténtalo de nuevo.",
  busy: "Verifik Tray está atendiendo demasiados comandos a la vez. Inténtalo de nuevo.",
  "other-version":
    "la versión de Verifik Tray en ejecución es distinta de la del comando. Sal de Verifik Tray y vuelve a iniciarla.",
  "not-running": "Verifik Tray no está en ejecución. Iníciala.",
  "not-running-or-switched-off":
    "Verifik Tray no está en ejecución, o su línea de comandos está desactivada. Iníciala y activa Configuración → Línea de comandos.",
  "switched-off":
    "la línea de comandos está desactivada. Actívala en Verifik Tray: Configuración → Línea de comandos. Si no aparece, sal de Verifik Tray y vuelve a iniciarla.",
  unreachable:
    "Verifik Tray está en ejecución, pero el comando no pudo conectarse con ella: se está iniciando o cerrando, o es más antigua que el comando. Inténtalo de nuevo, o sal de Verifik Tray y vuelve a iniciarla.",
  ended: "Verifik Tray se cerró antes de responder. Iníciala de nuevo.",
  silent: "Verifik Tray no responde. Inténtalo de nuevo, o sal de Verifik Tray y vuelve a iniciarla.",
};

const seeHelp = "Consulta verifik-tray help.";

export const commandLine: CommandLineTexts = {
  help: `Uso: verifik-tray [verbo]

Sin verbo: inicia la aplicación en la bandeja.

  token     imprime el token que guarda la aplicación en ejecución
    --format raw|header|env|json   por defecto: raw
    --min-valid 90s|15m|1h|3d      código 4 si al token le queda menos
    --quiet                        sin la línea del vencimiento en la terminal
  status    imprime el estado del token, nunca el token
    --json
    --min-valid 90s|15m|1h|3d      código 0 solo si "token" daría uno
  help, --help
  --version

--user-data-dir=CARPETA consulta la aplicación que usa ese perfil.

Códigos de salida: 0 listo; 1 error imprevisto; 2 uso incorrecto; 3 la
aplicación no está en ejecución o es más antigua que el comando; 4 no hay un
token utilizable; 5 no se puede leer ahora; 6 la línea de comandos está
desactivada.

En scripts: token=$(verifik-tray token) || exit
La línea de comandos se activa en la configuración de la aplicación.
`,
  expiresIn: (left) => `vence en ${span(left)}`,
  status: (state, { expires, left, automaticRenewal }) => {
    const renewal = `renovación automática ${automaticRenewal ? "activada" : "desactivada"}`;
    if (state === "expired" && expires) return `${states.expired} desde el ${expires}, ${renewal}`;
    const expiry = expires && left && `vence en ${span(left)} (${expires})`;
    return [states[state], expiry, renewal].filter(Boolean).join(", ");
  },
  stateWithoutAnswer: (problem) =>
    problem === "not-running"
      ? "no está en ejecución"
      : problem === "switched-off"
        ? "línea de comandos desactivada"
        : "desconocido",
  problem: (problem) => problems[problem],
  unforeseen: (name) => `ocurrió un error interno (${name}).`,
  usageProblem: (problem) => {
    switch (problem.kind) {
      case "unknown-verb":
        return `comando desconocido. ${seeHelp}`;
      case "unexpected-argument":
        return `argumento inesperado. ${seeHelp}`;
      case "unknown-option":
        return `opción desconocida ${problem.option}. ${seeHelp}`;
      case "repeated-option":
        return `la opción ${problem.option} está repetida.`;
      case "wrong-value":
        return `valor incorrecto de ${problem.option}. ${seeHelp}`;
    }
  },
};

import type { CommandLineTexts } from "../en/command-line.ts";

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

Códigos de salida: 0 listo; 1 imprevisto; 2 uso; 3 la aplicación no está en
ejecución o es anterior al comando; 4 no hay token utilizable; 5 no se puede
leer ahora; 6 la línea de comandos está desactivada.

En scripts: token=$(verifik-tray token) || exit
La línea de comandos se activa en la configuración de la aplicación.
`,
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

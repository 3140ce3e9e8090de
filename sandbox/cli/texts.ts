import type { AccountRole } from "../accounts.ts";

export type SandboxLanguage = "en" | "es";

/** Everything that the sandbox prints. */
export interface SandboxTexts {
  readonly listening: (origin: string) => string;
  readonly pointTheApp: (origin: string) => string;
  readonly numbersToTry: string;
  readonly roles: Readonly<Record<AccountRole, string>>;
  readonly otpSent: (e164: string, channel: "whatsapp" | "sms", otp: string) => string;
  readonly authenticatorOtp: (e164: string, authenticatorOtp: string) => string;
  readonly answersInstead: (path: string, says: string) => string;
  readonly badOption: (option: string) => string;
  readonly cannotListen: (port: number, reason: string) => string;
}

const channelNames = { whatsapp: "WhatsApp", sms: "SMS" } as const;

const en: SandboxTexts = {
  listening: (origin) => `A local Verifik API listens on ${origin}`,
  pointTheApp: (origin) => `Use it in the app: VERIFIK_API_URL=${origin} npm start`,
  numbersToTry: "Numbers to try (any other belongs to no client):",
  roles: {
    "by-whatsapp": "code by WhatsApp",
    "by-sms": "code by SMS",
    "second-factor": "asks for an authenticator code too",
    "second-factor-enrolment": "enrols an authenticator first, then asks for its code",
    "wrong-code-is-403": "answers a wrong code with 403 instead of 400",
    "leading-zero": "starts with a zero",
  },
  otpSent: (e164, channel, otp) => `To ${e164} by ${channelNames[channel]}: verification code ${otp}`,
  authenticatorOtp: (e164, authenticatorOtp) => `Authenticator code of ${e164}: ${authenticatorOtp}`,
  answersInstead: (path, says) => `Every request to ${path} is answered with: ${says}`,
  badOption: (option) =>
    `Cannot use "${option}". Options: --port N, --token-lifetime SECONDS, --otp-lifetime SECONDS, --cool-down SECONDS, --fault NAME or NAME@CALL (see docs/errors.md)`,
  cannotListen: (port, reason) => `Cannot listen on port ${port}: ${reason}`,
};

const es: SandboxTexts = {
  listening: (origin) => `Una API local de Verifik escucha en ${origin}`,
  pointTheApp: (origin) => `Para usarla en la aplicación: VERIFIK_API_URL=${origin} npm start`,
  numbersToTry: "Números para probar (cualquier otro no es de ningún cliente):",
  roles: {
    "by-whatsapp": "código por WhatsApp",
    "by-sms": "código por SMS",
    "second-factor": "pide además un código del autenticador",
    "second-factor-enrolment": "primero registra un autenticador y luego pide su código",
    "wrong-code-is-403": "responde a un código incorrecto con 403 en vez de 400",
    "leading-zero": "empieza por cero",
  },
  otpSent: (e164, channel, otp) => `A ${e164} por ${channelNames[channel]}: código de verificación ${otp}`,
  authenticatorOtp: (e164, authenticatorOtp) => `Código del autenticador de ${e164}: ${authenticatorOtp}`,
  answersInstead: (path, says) => `Toda solicitud a ${path} recibe esta respuesta: ${says}`,
  badOption: (option) =>
    `No se puede usar «${option}». Opciones: --port N, --token-lifetime SEGUNDOS, --otp-lifetime SEGUNDOS, --cool-down SEGUNDOS, --fault NOMBRE o NOMBRE@LLAMADA (ver docs/errors.md)`,
  cannotListen: (port, reason) => `No se puede escuchar en el puerto ${port}: ${reason}`,
};

export const sandboxTexts: Readonly<Record<SandboxLanguage, SandboxTexts>> = { en, es };

/** Spanish for an `es` locale, else English. Reads the variables in POSIX order and skips empty ones. */
export function languageOfEnvironment(env: Readonly<Record<string, string | undefined>>): SandboxLanguage {
  const locale = env.LC_ALL || env.LC_MESSAGES || env.LANG || "";
  return /^es(?![a-z])/i.test(locale) ? "es" : "en";
}

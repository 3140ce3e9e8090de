import * as v from "valibot";
import { isPending } from "../../domain/login/login-state.ts";
import type { Enrolment } from "../../domain/ports.ts";
import type { Session } from "../../domain/session/session.ts";
import type { EnrolmentView } from "../../preload/contract.ts";
import { log } from "../log/log.ts";
import type { SettingsStore } from "../storage/settings-store.ts";
import { handle, handleWith, typedText } from "./handler.ts";
import type { ViewAnswers } from "./view-answers.ts";

const otpRequest = v.union([
  v.strictObject({ regionCode: v.pipe(v.string(), v.regex(/^[A-Z]{2}$/)), phone: typedText, remember: v.boolean() }),
  v.strictObject({ remembered: v.literal(true) }),
]);

/** The steps of a login. */
export function loginHandlers(session: Session, settings: SettingsStore, answers: ViewAnswers) {
  const { logins } = session;

  /** Stores how this login began, for the next one. */
  async function rememberChoices(rememberNumber: boolean): Promise<void> {
    const { login } = session.state;
    const lastRegionCode = isPending(login) ? login.phone.regionCode : settings.settings.lastRegionCode;
    const stored = await settings.change({ rememberNumber, lastRegionCode });
    if (!stored.ok) log({ kind: "choices-not-noted" });
  }

  return {
    "start-login": handle(() => answers.after(() => logins.start())),
    "cancel-login": handle(() => answers.after(() => logins.cancel())),
    "change-number": handle(() => answers.after(() => logins.changeNumber())),
    "request-otp": handleWith(otpRequest, async (request) => {
      if ("remembered" in request) return answers.outcome(logins.requestOtpAgain());
      const { phone, regionCode, remember } = request;
      // Loaded with the first login: the plans of all kinds of number take a megabyte.
      const { parsePhoneNumber } = await import("../../domain/phone/parse-phone-number.ts");
      const number = parsePhoneNumber(phone, regionCode);
      if (!number.ok) return answers.outcome(number);
      const requested = await logins.requestOtp(number.value, remember);
      if (requested.ok) await rememberChoices(remember);
      return answers.outcome(requested);
    }),
    "forget-number": handle(() => answers.outcome(logins.forgetNumber())),
    "resend-otp": handle(() => answers.outcome(logins.resendOtp())),
    "confirm-otp": handleWith(
      v.union([v.strictObject({ otp: typedText }), v.strictObject({ authenticatorOtp: typedText })]),
      (code) =>
        answers.outcome(
          "otp" in code ? logins.confirmOtp(code.otp) : logins.confirmAuthenticator(code.authenticatorOtp),
        ),
    ),
    "get-enrolment": handle(() => enrolmentView(logins.enrolment())),
  };
}

/** The only secret that the window shows, because the person has to enter it into an authenticator app. */
function enrolmentView(enrolment: Enrolment | undefined): EnrolmentView | undefined {
  return enrolment && { qrCode: enrolment.qrCode?.reveal(), secretKey: enrolment.secretKey?.reveal() };
}

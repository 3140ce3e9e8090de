import type { LoginView } from "../../preload/contract.ts";
import type { Texts } from "../../texts/index.ts";
import { useWindow } from "../state/window-context.ts";
import { MaskedText } from "./masked-text.tsx";

type PendingLogin = Extract<LoginView, { step: "otp" | "authenticator" }>;

/** Says which code to enter, and where it comes from. */
export function CodeHeading({ login, introId }: { login: PendingLogin; introId: string }) {
  const { texts } = useWindow();
  return (
    <>
      <h1>{headingOf(login, texts)}</h1>
      <p id={introId} class="intro">
        <MaskedText text={introOf(login, texts)} number={login.maskedPhone} />
      </p>
    </>
  );
}

function headingOf({ step, enrolling }: PendingLogin, texts: Texts): string {
  if (step === "otp") return texts.codeHeading;
  return enrolling ? texts.enrolmentHeading : texts.authenticatorHeading;
}

function introOf({ step, enrolling, channel, maskedPhone }: PendingLogin, texts: Texts): string {
  if (step === "otp") return texts.codeSent(channel, maskedPhone);
  return enrolling ? texts.enrolmentIntro : texts.authenticatorIntro;
}

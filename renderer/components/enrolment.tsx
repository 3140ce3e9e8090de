import { useEffect, useState } from "preact/hooks";
import type { EnrolmentView } from "../../preload/contract.ts";
import { useWindow } from "../state/window-context.ts";
import { QrCode } from "./qr-code.tsx";

/** QR code and key for setting up an authenticator app. The window holds them only while they are displayed. */
export function Enrolment() {
  const { bridge, texts } = useWindow();
  const [enrolment, setEnrolment] = useState<EnrolmentView>();

  useEffect(() => {
    let mounted = true;
    void bridge.getEnrolment().then((answer) => mounted && setEnrolment(answer));
    return () => {
      mounted = false;
    };
  }, [bridge]);

  if (!enrolment) return <div class="enrolment" />;
  const { qrCode, secretKey } = enrolment;
  return (
    <div class="enrolment">
      {qrCode !== undefined && <QrCode picture={qrCode} />}
      {secretKey !== undefined && (
        <div>
          <p class="label">{texts.secretKey}</p>
          <p class="secret-key" dir="ltr">
            {inGroups(secretKey)}
          </p>
        </div>
      )}
    </div>
  );
}

/** Groups of four, the form that authenticator apps display and accept. */
function inGroups(secretKey: string): string {
  return secretKey.replace(/.{4}(?=.)/g, "$& ");
}

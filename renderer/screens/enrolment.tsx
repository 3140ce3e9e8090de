import { useEffect, useState } from "preact/hooks";
import type { EnrolmentView } from "../../preload/contract.ts";
import { QrCode } from "../components/qr-code.tsx";
import { useWindow } from "../state/window-context.ts";

/** What an authenticator app is set up with: held for as long as it is shown, and no longer. */
export function Enrolment() {
  const { bridge, texts } = useWindow();
  const [enrolment, setEnrolment] = useState<EnrolmentView>();

  useEffect(() => {
    let wanted = true;
    void bridge.getEnrolment().then((answer) => wanted && setEnrolment(answer));
    return () => {
      wanted = false;
    };
  }, [bridge]);

  if (!enrolment) return <div class="enrolment" />;
  const { qrCode, secretKey } = enrolment;
  return (
    <div class="enrolment">
      {qrCode !== undefined && <QrCode picture={qrCode} />}
      {secretKey !== undefined && (
        <div class="secret-key">
          <p class="label">{texts.secretKey}</p>
          <p class="secret-key-groups">
            <bdi dir="ltr">{inGroups(secretKey)}</bdi>
          </p>
        </div>
      )}
    </div>
  );
}

/** In groups of four, as authenticator apps show and take it. */
function inGroups(secretKey: string): string {
  return secretKey.replace(/.{4}(?=.)/g, "$& ");
}

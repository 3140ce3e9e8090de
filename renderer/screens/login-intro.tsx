import { useWindow } from "../state/window-context.ts";

/** Above the notices, which may say why one has to log in. `id`: of the sentence. */
export function LoginIntro({ id }: { id: string }) {
  const { texts } = useWindow();
  return (
    <section>
      <h1>{texts.logInHeading}</h1>
      <p id={id} class="intro">
        {texts.logInIntro}
      </p>
    </section>
  );
}

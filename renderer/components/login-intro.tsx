import { useWindow } from "../state/window-context.ts";

/** Stands above the notices, which may say why a login is needed. `id`: the id of the explanation. */
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

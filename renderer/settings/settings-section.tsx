import type { ComponentChildren } from "preact";
import { useId } from "preact/hooks";

/** A list of settings. Its title stays in view while the list scrolls below it. */
export function SettingsSection({ title, children }: { title: string; children: ComponentChildren }) {
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <h2 id={id} class="section-title">
        {title}
      </h2>
      <div class="list">{children}</div>
    </section>
  );
}

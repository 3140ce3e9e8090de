/** A line that shows what remains of a time. `share`: 0 to 1. Hidden from screen readers: the words beside it say the same. */
export function Fuse({ share }: { share: number }) {
  return (
    <svg class="fuse" aria-hidden="true" focusable="false">
      <rect width={`${(Math.max(0, Math.min(1, share)) * 100).toFixed(2)}%`} height="2" />
    </svg>
  );
}

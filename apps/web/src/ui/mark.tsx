/** Our mark: two interlocking arcs, an agreement. */
export function Mark({ size = 28 }: { readonly size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" fill="none" strokeWidth={3.6} strokeLinecap="round" aria-hidden>
      <path d="M17.1 9.9A8 8 0 1 0 17.1 22.1" stroke="var(--mantine-color-brand-6)" />
      <path d="M14.9 22.1A8 8 0 1 0 14.9 9.9" stroke="var(--mantine-color-brand-4)" />
    </svg>
  );
}

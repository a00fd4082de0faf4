/** Our mark: two interlocking arcs, an agreement. */
export function Mark({ size = 28 }: { readonly size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" fill="none" strokeWidth={4.5} strokeLinecap="round" aria-hidden>
      <path d="M19.5 8.2A8 8 0 1 0 19.5 23.8" stroke="var(--mantine-color-brand-6)" />
      <path d="M12.5 23.8A8 8 0 1 0 12.5 8.2" stroke="var(--mantine-color-brand-4)" />
    </svg>
  );
}

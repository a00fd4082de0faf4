/** Says to readers what changed on the screen. */
import type { ReactNode } from "react";

export function LiveRegion({ children }: { readonly children: ReactNode }) {
  return (
    <span className="only-for-readers" role="status" aria-live="polite">
      {children}
    </span>
  );
}

/** Brings a plan into view: an available one takes the focus as a radio, an unavailable one as a card. */
export function showPlan(planId: string): void {
  const place = document.getElementById(`plan-${planId}`);
  place?.scrollIntoView?.({ block: "center" });
  place?.focus({ preventScroll: true });
}

/** Brings a plan into view: an available one takes the focus as a radio, an unavailable one as a card. */
export function showPlan(planId: string): void {
  const place = document.getElementById(`plan-${planId}`);
  place?.scrollIntoView?.({ block: "center" });
  place?.focus({ preventScroll: true });
}

/** Leads to the two IDs of the add panel, once it is open. */
export const showAddAgreement = (): void => {
  setTimeout(() => document.getElementById("flow-accessId")?.focus());
};

/** Leads to buying in the add panel, once it is open. */
export const showBuying = (): void => {
  setTimeout(() => {
    const panel = document.getElementById("flow-buy");
    panel?.focus();
    panel?.scrollIntoView?.({ block: "start" });
  });
};

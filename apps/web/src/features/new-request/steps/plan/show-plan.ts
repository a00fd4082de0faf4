/** Brings a plan into view: an available one takes the focus as a radio, an unavailable one as a row, opened with all around it. */
export function showPlan(planId: string): void {
  const place = document.getElementById(`plan-${planId}`);
  for (let around = place?.closest("details"); around; around = around.parentElement?.closest("details"))
    around.open = true;
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

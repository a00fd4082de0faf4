/** The chosen plan among the judged ones, usable or not. */
import { useFlow } from "./flow-context";

/** Is the chosen plan among those that cannot be used? */
export function useIsPlanLost(): boolean {
  const { content, plans } = useFlow();
  return plans?.unavailablePlans.some(({ plan }) => plan.id === content.planId) ?? false;
}

export function useChosenPlan() {
  const { content, plans } = useFlow();
  const isChosen = ({ plan }: { readonly plan: { readonly id: string } }): boolean => plan.id === content.planId;
  return plans?.availablePlans.find(isChosen) ?? plans?.unavailablePlans.find(isChosen);
}

/** The chosen plan among the judged ones, usable or not. */
import { useFlow } from "./flow-context";

export function useChosenPlan() {
  const { content, plans } = useFlow();
  const isChosen = ({ plan }: { readonly plan: { readonly id: string } }): boolean => plan.id === content.planId;
  return plans?.availablePlans.find(isChosen) ?? plans?.unavailablePlans.find(isChosen);
}

/** Plans by id. */
import type { SupportPlan } from "@accord/domain";
import DataLoader from "dataloader";
import { inOrder, type LoaderKey, rowLoader } from "../../../kernel/graphql/loaders.js";
import { planStore, planTimesStore } from "../storage/plan.store.js";

export const planLoader: LoaderKey<SupportPlan | null> = ({ read }) =>
  new DataLoader(async (ids) => inOrder(ids, await read.of(planStore).byIds(ids)));

/** When a plan was issued, and when it last changed. */
export const planTimesLoader = rowLoader(planTimesStore);

/** Plans by id. */
import type { SupportPlan } from "@accord/domain";
import DataLoader from "dataloader";
import { inOrder, type LoaderKey } from "../../../kernel/graphql/loaders.js";
import { planStore } from "../storage/plan.store.js";

export const planLoader: LoaderKey<SupportPlan | null> = ({ read }) =>
  new DataLoader(async (ids) => inOrder(ids, await read.of(planStore).byIds(ids)));

/** What a change of a request does to the deadline of its first answer (F65, F67). */
import { deadlineOf, type EpochMs, isPausing } from "@accord/domain";
import type { WriteStores } from "../../kernel/db/index.js";
import type { CatalogueIndex } from "../catalogue/module.js";
import type { RequestChanges, RequestDetail } from "./storage/request.store.js";
import { requestStore } from "./storage/request-writes.js";

type Change = Pick<RequestChanges, "status" | "severity" | "support24x7" | "firstRespondedAt">;

/** A wait that ends, another severity, and the answer itself settle the deadline; once answered it stands. */
export const deadlineAfter = async (
  tx: WriteStores,
  catalogue: CatalogueIndex,
  request: RequestDetail,
  changes: Change,
  at: EpochMs,
): Promise<Pick<RequestChanges, "firstResponseDueAt" | "nearBreachAt">> => {
  if (request.firstRespondedAt !== null) return {};
  const { status = request.status, severity = request.severity, support24x7 = request.support24x7 } = changes;
  const isWaitOver = isPausing(request.status) && (!isPausing(status) || (changes.firstRespondedAt ?? null) !== null);
  const isAnother = severity !== request.severity || support24x7 !== request.support24x7;
  if (!isWaitOver && !isAnother) return {};
  const pauses = await tx.of(requestStore).pausesOf([request.id]);
  return deadlineOf(catalogue.firstResponseOf({ ...request, severity, support24x7 }, pauses, at));
};

/** What the submitter is shown once; kept with the idempotency key, so that a repeated command answers the same (R86, R88, M-4). */
import type { EpochMs, ProductVersion, Programme, Severity } from "@accord/domain";
import type { RequestContext } from "../../kernel/graphql/context.js";

/** JSON: ids and values, no objects of the catalogue. */
export interface StoredConfirmation {
  readonly requestId: string;
  readonly number: string;
  readonly title: string;
  readonly severity: Severity;
  readonly productVersionId: string;
  readonly firstResponseDueAt: EpochMs;
  readonly primaryContactName: string;
  readonly primaryContactEmail: string;
  readonly additionalContactCount: number;
  readonly programmeId: string;
  readonly incidentsRemaining: number | null;
  readonly isSubmitterContact: boolean;
}

export interface Confirmation extends StoredConfirmation {
  readonly productVersion: ProductVersion;
  readonly programme: Programme;
}

export const tellConfirmation = (context: RequestContext, stored: StoredConfirmation): Confirmation => {
  const productVersion = context.catalogue.versions.get(stored.productVersionId);
  const programme = context.catalogue.programmes.get(stored.programmeId);
  if (productVersion === undefined || programme === undefined)
    throw new Error("the catalogue lost what a request was charged to");
  return { ...stored, productVersion, programme };
};

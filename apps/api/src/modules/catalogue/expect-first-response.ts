/** When the first answer would be due for a request submitted now: shown before submitting (R70, S2, F36). */
import { type EpochMs, firstResponseDue, offersSupport24x7, type Severity } from "@accord/domain";
import type { RequestContext } from "../../kernel/graphql/context.js";

export interface ExpectedRequest {
  readonly severity: Severity;
  readonly support24x7: boolean;
  readonly country: string;
  readonly timeZone: string;
}

/** Null for a country that is not on the list. */
export const expectFirstResponse = ({ catalogue, now }: RequestContext, request: ExpectedRequest): EpochMs | null => {
  const country = catalogue.countries.get(request.country);
  if (country === undefined) return null;
  const support24x7 = request.support24x7 && offersSupport24x7(request.severity);
  return firstResponseDue({ ...request, support24x7, country, region: catalogue.regionOf(country), createdAt: now });
};

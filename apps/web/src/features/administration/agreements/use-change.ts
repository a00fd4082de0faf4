/** Sends one change of an agreement and tells what the server refused (F18, F56). */
import { useMutation } from "@apollo/client/react";
import { useCallback } from "react";
import type { UserErrorFields } from "../../../lib/refusal-text";
import {
  AdjustIncidentsDocument,
  ExtendAgreementDocument,
  RevokeAgreementDocument,
  RotatePairDocument,
} from "./managed.generated";

export type Change = "adjust" | "extend" | "rotate" | "revoke";

export interface ChangeValues {
  readonly planId: string;
  readonly reason: string;
  readonly incidents: number;
  readonly endsOn: string;
  readonly keepsHolders: boolean;
}

export interface NewPair {
  readonly accessId?: string | null;
  readonly agreementId?: string | null;
}

export interface ChangeAnswer {
  readonly refusals: readonly UserErrorFields[];
  /** The new IDs of a rotation. */
  readonly pair: NewPair | null;
}

export function useChange(): (change: Change, values: ChangeValues) => Promise<ChangeAnswer> {
  const [adjust] = useMutation(AdjustIncidentsDocument);
  const [extend] = useMutation(ExtendAgreementDocument);
  const [revoke] = useMutation(RevokeAgreementDocument);
  // Nothing of the IDs stays in the cache.
  const [rotate] = useMutation(RotatePairDocument, { fetchPolicy: "no-cache" });
  return useCallback(
    async (change, { planId, reason, incidents, endsOn, keepsHolders }) => {
      if (change === "adjust") {
        const { data } = await adjust({ variables: { input: { planId, reason, incidents } } });
        return { refusals: data?.adjustIncidents.userErrors ?? [], pair: null };
      }
      if (change === "extend") {
        const { data } = await extend({ variables: { input: { planId, reason, endsOn } } });
        return { refusals: data?.extendAgreement.userErrors ?? [], pair: null };
      }
      if (change === "revoke") {
        const { data } = await revoke({ variables: { input: { planId, reason } } });
        return { refusals: data?.revokeAgreement.userErrors ?? [], pair: null };
      }
      const { data } = await rotate({ variables: { input: { planId, reason, keepsHolders } } });
      const { accessId, agreementId, userErrors = [] } = data?.rotatePair ?? {};
      return { refusals: userErrors, pair: userErrors.length > 0 ? null : { accessId, agreementId } };
    },
    [adjust, extend, revoke, rotate],
  );
}

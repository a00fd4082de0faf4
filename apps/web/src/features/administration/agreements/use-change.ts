/** The four changes of an agreement, each a command of its own; one dialog asks for what they need (F18, F56). */
import { useIntl } from "react-intl";
import { type ShownCommand, useCommand } from "../../../lib/commands/use-command";
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

export interface ChangeCommand extends ShownCommand {
  readonly refusals: readonly UserErrorFields[];
  readonly refuse: (refusals: readonly UserErrorFields[]) => void;
  readonly run: (values: ChangeValues) => Promise<unknown>;
}

const FIELDS = ["reason", "incidents", "endsOn"];

/** `onDone`: with the new IDs of a rotation. */
export function useChange(change: Change, onDone: (pair: NewPair | null) => void): ChangeCommand {
  const { formatMessage } = useIntl();
  const options = {
    fields: FIELDS,
    done: () => formatMessage({ id: `managed.${change}.done` }),
    onDone: () => onDone(null),
  };
  const adjust = useCommand(AdjustIncidentsDocument, options);
  const extend = useCommand(ExtendAgreementDocument, options);
  const revoke = useCommand(RevokeAgreementDocument, options);
  const rotate = useCommand(RotatePairDocument, {
    fields: FIELDS,
    // Nothing of the IDs stays in the cache; they are shown where they were asked for.
    fetchPolicy: "no-cache",
    done: null,
    onDone: ({ accessId, agreementId }) => onDone({ accessId, agreementId }),
  });
  const commands: Readonly<Record<Change, ChangeCommand>> = {
    adjust: {
      ...adjust,
      run: ({ planId, reason, incidents }) => adjust.send({ input: { planId, reason, incidents } }),
    },
    extend: { ...extend, run: ({ planId, reason, endsOn }) => extend.send({ input: { planId, reason, endsOn } }) },
    revoke: { ...revoke, run: ({ planId, reason }) => revoke.send({ input: { planId, reason } }) },
    rotate: {
      ...rotate,
      run: ({ planId, reason, keepsHolders }) => rotate.send({ input: { planId, reason, keepsHolders } }),
    },
  };
  return commands[change];
}

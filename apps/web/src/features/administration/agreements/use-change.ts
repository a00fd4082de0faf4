/** The five changes of an agreement, each a command of its own; one dialog asks for what they need (F18, F56). */
import { useIntl } from "react-intl";
import { useCommand } from "../../../lib/commands/use-command";
import type { UserErrorFields } from "../../../lib/refusal-text";
import type { ShownCommand } from "../../../ui/shown-command";
import {
  AdjustIncidentsDocument,
  AgreementHoldersDocument,
  ExtendActivationDocument,
  ExtendAgreementDocument,
  RevokeAgreementDocument,
  RotatePairDocument,
} from "./managed.generated";

export type Change = "adjust" | "extend" | "giveTime" | "rotate" | "revoke";

export interface ChangeValues {
  readonly planId: string;
  readonly reason: string;
  readonly incidents: number;
  readonly endsOn: string;
  readonly redeemBy: string;
  readonly keepsHolders: boolean;
}

export interface NewPair {
  readonly accessId?: string | null;
  readonly agreementId?: string | null;
}

export interface ChangeCommand extends ShownCommand {
  readonly errorOf: (field: string) => string | undefined;
  readonly refuse: (refusals: readonly UserErrorFields[]) => void;
  readonly run: (values: ChangeValues) => Promise<unknown>;
}

const FIELDS = ["reason", "incidents", "endsOn", "redeemBy"];

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
  const giveTime = useCommand(ExtendActivationDocument, options);
  const revoke = useCommand(RevokeAgreementDocument, options);
  const rotate = useCommand(RotatePairDocument, {
    fields: FIELDS,
    // Nothing of the IDs stays in the cache; they are shown where they were asked for.
    fetchPolicy: "no-cache",
    // An answer that was lost tells them to nobody: under the same key the server shows them no second time.
    done: ({ accessId }) => (accessId === null ? formatMessage({ id: "managed.rotate.before" }) : null),
    // They may have taken it from who registered it.
    refetchQueries: [AgreementHoldersDocument],
    onDone: ({ accessId, agreementId }) => onDone(accessId === null ? null : { accessId, agreementId }),
  });
  const commands: Readonly<Record<Change, ChangeCommand>> = {
    adjust: {
      ...adjust,
      run: ({ planId, reason, incidents }) => adjust.sendKeyed({ planId, reason, incidents }),
    },
    extend: {
      ...extend,
      run: ({ planId, reason, endsOn }) => extend.sendKeyed({ planId, reason, endsOn }),
    },
    giveTime: {
      ...giveTime,
      run: ({ planId, reason, redeemBy }) => giveTime.sendKeyed({ planId, reason, redeemBy }),
    },
    revoke: {
      ...revoke,
      run: ({ planId, reason }) => revoke.sendKeyed({ planId, reason }),
    },
    rotate: {
      ...rotate,
      run: ({ planId, reason, keepsHolders }) => rotate.sendKeyed({ planId, reason, keepsHolders }),
    },
  };
  return commands[change];
}

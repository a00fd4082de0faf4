/** Asks for what a change needs, and always why; refusals stand at their fields (F18, F56). */
import { Checkbox, TextInput } from "@mantine/core";
import { useEffect, useId, useRef, useState } from "react";
import { FormattedMessage, useIntl } from "react-intl";
import { fieldError, type UserErrorFields } from "../../../lib/refusal-text";
import { Textarea } from "../../../lib/textarea";
import { CommandDialog } from "../../../ui/command-dialog";
import type { ManagedFactsFragment } from "./managed.generated";
import { type Change, type NewPair, useChange } from "./use-change";
import { isWhole } from "./whole-number";

export type { Change, NewPair } from "./use-change";

interface Props {
  /** Null: closed. */
  readonly change: Change | null;
  readonly agreement: ManagedFactsFragment;
  readonly onClose: () => void;
  readonly onDone: (shown: NewPair | null) => void;
}

const beginning = ({ endsOn, redeemBy }: ManagedFactsFragment) => ({
  incidents: "1",
  endsOn,
  redeemBy: redeemBy ?? "",
  reason: "",
  keepsHolders: true,
});

export function ChangeDialog({ change, agreement, onClose, onDone }: Props) {
  const { formatMessage } = useIntl();
  const ids = useId();
  const command = useChange(change ?? "adjust", onDone);
  const { refusals, reset } = command;
  const [typed, setTyped] = useState(() => beginning(agreement));
  const shown = useRef(agreement);
  shown.current = agreement;
  // Each question begins anew; an answer that comes while it is open leaves what was typed.
  useEffect(() => {
    if (change === null) return;
    setTyped(beginning(shown.current));
    reset();
  }, [change, reset]);

  const confirm = async (): Promise<void> => {
    if (change === null) return;
    const wrong: UserErrorFields[] = [];
    const add = (name: string, code: string, id: string) =>
      wrong.push({ code, message: formatMessage({ id }), remedy: "", path: [name] });
    if (change === "adjust" && (!isWhole(typed.incidents) || typed.incidents.trim() === ""))
      add("incidents", "INPUT_INVALID", "managed.wholeNumber");
    if (change === "extend" && typed.endsOn === "") add("endsOn", "INPUT_REQUIRED", "managed.extend.needed");
    if (change === "giveTime" && typed.redeemBy === "") add("redeemBy", "INPUT_REQUIRED", "managed.extend.needed");
    if (typed.reason.trim() === "") add("reason", "INPUT_REQUIRED", "managed.reason.needed");
    if (wrong.length > 0) return command.refuse(wrong);
    await command.run({ ...typed, planId: agreement.id, incidents: Number(typed.incidents) });
  };

  return (
    <CommandDialog
      command={command}
      isOpen={change !== null}
      isLoss={change === "revoke"}
      title={formatMessage({ id: `managed.${change ?? "adjust"}` })}
      verb={formatMessage({ id: `managed.${change ?? "adjust"}.verb` })}
      onClose={onClose}
      onConfirm={confirm}
    >
      <p>
        <FormattedMessage id={`managed.${change ?? "adjust"}.text`} />
      </p>
      {change === "adjust" && (
        <TextInput
          id={`${ids}incidents`}
          type="number"
          label={formatMessage({ id: "managed.adjust.incidents" })}
          description={formatMessage({ id: "managed.adjust.hint" })}
          value={typed.incidents}
          error={fieldError(refusals, "incidents")}
          onChange={(event) => setTyped({ ...typed, incidents: event.currentTarget.value })}
        />
      )}
      {change === "extend" && (
        <TextInput
          id={`${ids}endsOn`}
          type="date"
          min={agreement.endsOn}
          label={formatMessage({ id: "managed.extend.endsOn" })}
          value={typed.endsOn}
          error={fieldError(refusals, "endsOn")}
          onChange={(event) => setTyped({ ...typed, endsOn: event.currentTarget.value })}
        />
      )}
      {change === "giveTime" && (
        <TextInput
          id={`${ids}redeemBy`}
          type="date"
          min={agreement.redeemBy ?? undefined}
          label={formatMessage({ id: "managed.giveTime.redeemBy" })}
          value={typed.redeemBy}
          error={fieldError(refusals, "redeemBy")}
          onChange={(event) => setTyped({ ...typed, redeemBy: event.currentTarget.value })}
        />
      )}
      {change === "rotate" && (
        <Checkbox
          checked={typed.keepsHolders}
          label={formatMessage({ id: "managed.rotate.keeps" })}
          onChange={(event) => setTyped({ ...typed, keepsHolders: event.currentTarget.checked })}
        />
      )}
      <Textarea
        id={`${ids}reason`}
        required
        rows={3}
        maxLength={2000}
        label={formatMessage({ id: "managed.reason" })}
        description={formatMessage({ id: "managed.reason.hint" })}
        value={typed.reason}
        error={fieldError(refusals, "reason")}
        onChange={(event) => setTyped({ ...typed, reason: event.currentTarget.value })}
      />
    </CommandDialog>
  );
}

/** Asks for what a change needs, and always why; refusals stand at their fields (F18, F56). */
import { Checkbox, TextInput } from "@mantine/core";
import { useEffect, useId } from "react";
import { FormattedMessage, useIntl } from "react-intl";
import { useKept } from "../../../lib/kept/use-kept";
import type { UserErrorFields } from "../../../lib/refusal-text";
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
  const kept = useKept("agreementChange", `${agreement.id}.${change ?? "none"}`, beginning(agreement));
  const command = useChange(change ?? "adjust", (shown) => {
    kept.forget();
    onDone(shown);
  });
  const { errorOf, reset } = command;
  const { typed } = kept;
  useEffect(() => {
    if (change !== null) reset();
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
      onCancel={kept.forget}
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
          error={errorOf("incidents")}
          onChange={(event) => kept.change({ incidents: event.currentTarget.value })}
        />
      )}
      {change === "extend" && (
        <TextInput
          id={`${ids}endsOn`}
          type="date"
          min={agreement.endsOn}
          label={formatMessage({ id: "managed.extend.endsOn" })}
          value={typed.endsOn}
          error={errorOf("endsOn")}
          onChange={(event) => kept.change({ endsOn: event.currentTarget.value })}
        />
      )}
      {change === "giveTime" && (
        <TextInput
          id={`${ids}redeemBy`}
          type="date"
          min={agreement.redeemBy ?? undefined}
          label={formatMessage({ id: "managed.giveTime.redeemBy" })}
          value={typed.redeemBy}
          error={errorOf("redeemBy")}
          onChange={(event) => kept.change({ redeemBy: event.currentTarget.value })}
        />
      )}
      {change === "rotate" && (
        <Checkbox
          checked={typed.keepsHolders}
          label={formatMessage({ id: "managed.rotate.keeps" })}
          onChange={(event) => kept.change({ keepsHolders: event.currentTarget.checked })}
        />
      )}
      <Textarea
        id={`${ids}reason`}
        required
        rows={3}
        maxLength={2000}
        label={formatMessage({ id: "managed.reason" })}
        description={formatMessage({ id: "managed.reason.hint" })}
        text={kept.field("reason")}
        error={errorOf("reason")}
      />
    </CommandDialog>
  );
}

/** A dialogue that should have solved the problem: one press ends the draft, and no incident is used (F64). */
import { Button } from "@mantine/core";
import { FormattedMessage, useIntl } from "react-intl";
import { useNavigate } from "react-router";
import { KEEPS_PAGE } from "../../../../../lib/client";
import { useCommand } from "../../../../../lib/commands/use-command";
import { CommandProblem } from "../../../../../ui/command-problem";
import { useFlow } from "../../../flow-context";
import { MarkSolvedByDialogueDocument } from "./dialogue.generated";
import classes from "./dialogue.module.css";

interface Props {
  readonly slug: string;
  readonly onLeave: () => void;
}

export function SolvedEnd({ slug, onLeave }: Props) {
  const { draftId, content, saveNow, finish } = useFlow();
  const { formatMessage } = useIntl();
  const navigate = useNavigate();
  const command = useCommand(MarkSolvedByDialogueDocument, {
    context: KEEPS_PAGE,
    done: () => ({ text: formatMessage({ id: "newRequest.dialogue.solved.done" }), on: "/requests" }),
    onDone: () => {
      finish();
      return navigate("/requests", { replace: true });
    },
  });
  const { productVersionId, categoryId, problemId } = content;
  const solve = async (): Promise<void> => {
    // A save that comes after the end would find no draft.
    await saveNow();
    await command.sendKeyed({ draftId, treeSlug: slug, productVersionId, categoryId, problemId });
  };
  return (
    <>
      <CommandProblem command={command} />
      <div className={classes.actions}>
        <Button loading={command.isBusy} onClick={() => void solve()}>
          <FormattedMessage id="newRequest.dialogue.solved" />
        </Button>
        <Button variant="default" onClick={onLeave}>
          <FormattedMessage id="newRequest.dialogue.notSolved" />
        </Button>
      </div>
    </>
  );
}

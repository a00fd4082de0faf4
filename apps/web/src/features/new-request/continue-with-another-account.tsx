/** Changes the account without losing the draft: the server hands the draft over, without the plan (R64, R73, P3). */
import { Button } from "@mantine/core";
import { IconUserShare } from "@tabler/icons-react";
import { useState } from "react";
import { FormattedMessage } from "react-intl";
import { useFlow } from "./flow-context";

interface Props {
  /** Only accounts of that kind are of use here (R72). */
  readonly kind?: "personal";
  readonly variant?: "filled" | "default";
}

export function ContinueWithAnotherAccount({ kind, variant = "default" }: Props) {
  const { draftId, saveNow } = useFlow();
  const [isBusy, setBusy] = useState(false);
  return (
    <form
      method="post"
      action="/auth/continue-with-another-account"
      onSubmit={(event) => {
        // What was typed in the last two seconds goes along.
        event.preventDefault();
        const form = event.currentTarget;
        setBusy(true);
        void saveNow().finally(() => form.submit());
      }}
    >
      <input type="hidden" name="draftId" value={draftId} />
      {kind !== undefined && <input type="hidden" name="kind" value={kind} />}
      <Button
        type="submit"
        variant={variant}
        size="compact-md"
        loading={isBusy}
        leftSection={<IconUserShare size={16} aria-hidden />}
      >
        <FormattedMessage
          id={kind === undefined ? "newRequest.account.continue" : "newRequest.account.continue.personal"}
        />
      </Button>
    </form>
  );
}

/** The activation link of an agreement: where it stands, and a new one in its place, shown this once (F56). */

import { Button } from "@mantine/core";
import { useState } from "react";
import { FormattedMessage, useIntl } from "react-intl";
import { useCommand } from "../../../lib/commands/use-command";
import { useFormatters } from "../../../lib/formatters";
import { Card } from "../../../ui/card";
import { CommandProblem } from "../../../ui/command-problem";
import { OutcomeNotice } from "../../../ui/outcome-notice";
import { visibleControls } from "../../../ui/visible-controls";
import styles from "../administration.module.css";
import { CreateActivationLinkDocument, type ManagedFactsFragment } from "./managed.generated";
import { LetterLink, ShownOnce } from "./shown-once";

interface Props {
  readonly agreement: ManagedFactsFragment;
  readonly mayManage: boolean;
}

export function ActivationCard({ agreement, mayManage }: Props) {
  const { formatMessage } = useIntl();
  const [link, setLink] = useState<{ readonly url: string; readonly expiresAt: string } | null>(null);
  const command = useCommand(CreateActivationLinkDocument, {
    done: ({ activation }) => (activation === null ? formatMessage({ id: "managed.activation.before" }) : null),
    onDone: ({ activation }) => setLink(activation),
  });
  const isOver = agreement.state === "REVOKED";
  return (
    <Card
      title={<FormattedMessage id="managed.passOn" />}
      footer={
        mayManage &&
        !isOver && (
          <>
            {/* Another link would end the one that is shown this once. */}
            {link === null && (
              <Button
                variant="default"
                loading={command.isBusy}
                onClick={() => void command.sendKeyed({ planId: agreement.id })}
              >
                <FormattedMessage id="managed.activation.make" />
              </Button>
            )}
            <LetterLink url={agreement.letterUrl} />
          </>
        )
      }
    >
      <ActivationWords agreement={agreement} />
      <CommandProblem command={command} />
      {link !== null && (
        <OutcomeNotice times={command.timesDone} title={<FormattedMessage id="managed.activation.made" />}>
          <ShownOnce activation={link} />
        </OutcomeNotice>
      )}
    </Card>
  );
}

function ActivationWords({ agreement: { activation } }: { readonly agreement: ManagedFactsFragment }) {
  const format = useFormatters();
  return (
    <p className={styles.quiet}>
      {activation === null ? (
        <FormattedMessage id="managed.activation.none" />
      ) : (
        <FormattedMessage
          id={`managed.activation.${activation.state}`}
          values={{
            when: format.instant(activation.usedAt ?? activation.expiresAt),
            name: visibleControls(activation.usedBy?.name ?? activation.usedBy?.email ?? "–"),
          }}
        />
      )}
    </p>
  );
}

/** Leads to the provider's page, where a card is entered; its number never passes through here (R76, F25, P-6). */

import { Button } from "@mantine/core";
import { IconCreditCard } from "@tabler/icons-react";
import { useState } from "react";
import { FormattedMessage } from "react-intl";
import { useCommand } from "../../../lib/commands/use-command";
import { CommandProblem } from "../../../ui/command-problem";
import styles from "../purchases.module.css";
import { cardPageFor } from "./card-page";
import { BeginCardSetupDocument } from "./cards.generated";

interface Props {
  /** Path of this portal that the browser comes back to; `cardSetup` is added to its query. */
  readonly returnTo: string;
  readonly isMain?: boolean;
  /** Does the saving before the page is left; nothing may be lost. */
  readonly onLeave?: () => Promise<void> | void;
}

export function AddCard({ returnTo, isMain = false, onLeave }: Props) {
  const [isLeaving, setLeaving] = useState(false);
  const command = useCommand(BeginCardSetupDocument, {
    fetchPolicy: "no-cache",
    // It leads to the provider's page.
    done: null,
    onDone: ({ setup }) => {
      setLeaving(true);
      // Stripe's element is let in on the cards page alone, by the policy that page is loaded with.
      window.location.assign(setup?.redirectUrl ?? cardPageFor(returnTo));
    },
  });
  const add = async (): Promise<void> => {
    await onLeave?.();
    await command.sendKeyed({ returnTo });
  };
  return (
    <div className={styles.add}>
      <CommandProblem command={command} />
      <div>
        <Button
          variant={isMain ? undefined : "default"}
          leftSection={<IconCreditCard size={18} aria-hidden />}
          loading={command.isBusy || isLeaving}
          onClick={() => void add()}
        >
          <FormattedMessage id="purchases.cards.add" />
        </Button>
      </div>
      <p className={styles.quiet}>
        <FormattedMessage id="purchases.cards.add.where" />
      </p>
    </div>
  );
}

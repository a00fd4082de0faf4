/** Who knows the number and asks to be let in: a contact decides with one click (R95, F46). */

import { Button } from "@mantine/core";
import { FormattedMessage, useIntl } from "react-intl";
import { useCommand } from "../../../lib/commands/use-command";
import { useFormatters } from "../../../lib/formatters";
import { useViewer } from "../../../lib/viewer";
import { Card } from "../../../ui/card";
import { CommandProblem } from "../../../ui/command-problem";
import { Initials } from "../../../ui/initials";
import { visibleControls } from "../../../ui/visible-controls";
import { DecideAccessAskDocument, type RequestContactsFragment } from "./contacts.generated";
import styles from "./contacts.module.css";

export function AccessAsks({ asks }: { readonly asks: RequestContactsFragment["accessAsks"] }) {
  const { formatMessage } = useIntl();
  const format = useFormatters();
  const zone = useViewer().account.profile?.timeZone;
  const command = useCommand(DecideAccessAskDocument, {
    done: (_answer, { input: { askId, isGranted } }) => {
      const name = visibleControls(asks.find(({ id }) => id === askId)?.accountName ?? "");
      return formatMessage({ id: isGranted ? "contacts.asks.granted" : "contacts.asks.refused" }, { name });
    },
  });
  if (asks.length === 0) return null;
  const answer = (askId: string, isGranted: boolean) => command.sendKeyed({ askId, isGranted });
  return (
    <Card title={<FormattedMessage id="contacts.asks" values={{ count: asks.length }} />}>
      <CommandProblem command={command} />
      <ul className={styles.contacts}>
        {asks.map((ask) => {
          const name = visibleControls(ask.accountName);
          return (
            <li key={ask.id} className={styles.contact}>
              <Initials name={name} />
              <div className={styles.who}>
                <span className={styles.name}>{name}</span>
                <span className={styles.quiet}>
                  {visibleControls(ask.accountEmail)}
                  {!ask.isEmailProven && (
                    <>
                      {" · "}
                      <FormattedMessage id="contacts.asks.notProven" />
                    </>
                  )}
                </span>
                <span className={styles.quiet}>
                  <FormattedMessage id="contacts.asks.at" values={{ at: format.instant(ask.createdAt, zone) }} />
                </span>
              </div>
              <span className={styles.decide}>
                <Button
                  size="sm"
                  disabled={command.isBusy}
                  onClick={() => void answer(ask.id, true)}
                  aria-label={formatMessage({ id: "contacts.asks.grant.label" }, { name })}
                >
                  <FormattedMessage id="contacts.asks.grant" />
                </Button>
                <Button
                  size="sm"
                  variant="default"
                  disabled={command.isBusy}
                  onClick={() => void answer(ask.id, false)}
                  aria-label={formatMessage({ id: "contacts.asks.refuse.label" }, { name })}
                >
                  <FormattedMessage id="contacts.asks.refuse" />
                </Button>
              </span>
            </li>
          );
        })}
      </ul>
      <p className={styles.quiet}>
        <FormattedMessage id="contacts.asks.text" />
      </p>
    </Card>
  );
}

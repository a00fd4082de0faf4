/** Who knows the number and asks to be let in: a contact decides with one click (R95, F46). */
import { useMutation } from "@apollo/client/react";
import { Button } from "@mantine/core";
import { FormattedMessage, useIntl } from "react-intl";
import { useFormatters } from "../../../lib/formatters";
import { useCommand } from "../../../lib/use-command";
import { useViewer } from "../../../lib/viewer";
import { Card } from "../../../ui/card";
import { FailureNotice } from "../../../ui/failure-notice";
import { Initials } from "../../../ui/initials";
import { visibleControls } from "../../../ui/visible-controls";
import { DecideAccessAskDocument, type RequestContactsFragment } from "./contacts.generated";
import styles from "./contacts.module.css";

export function AccessAsks({ asks }: { readonly asks: RequestContactsFragment["accessAsks"] }) {
  const { formatMessage } = useIntl();
  const format = useFormatters();
  const zone = useViewer().account.profile?.timeZone;
  const [decide] = useMutation(DecideAccessAskDocument);
  const command = useCommand();
  if (asks.length === 0) return null;
  const answer = (askId: string, isGranted: boolean): Promise<boolean> =>
    command.send({ askId, isGranted }, async () => {
      const { data } = await decide({ variables: { input: { askId, isGranted } } });
      return data?.decideAccessAsk.userErrors;
    });
  return (
    <Card title={<FormattedMessage id="contacts.asks" values={{ count: asks.length }} />}>
      {command.problem !== null && <FailureNotice text={command.problem} />}
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
                  <FormattedMessage id="contacts.asks.at" values={{ at: format.instant(ask.at, zone) }} />
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

/** Where an account is signed in, each session ended alone or all at once (F60). */

import { Button } from "@mantine/core";
import { FormattedMessage, useIntl } from "react-intl";
import { useCommand } from "../../../lib/commands/use-command";
import { useFormatters } from "../../../lib/formatters";
import { Badge } from "../../../ui/badge";
import { Card } from "../../../ui/card";
import { CommandProblem } from "../../../ui/command-problem";
import styles from "../administration.module.css";
import { DataTable } from "../list/data-table";
import { type AccountFactsFragment, RevokeAllSessionsDocument, RevokeSessionDocument } from "./people.generated";

interface Props {
  readonly account: AccountFactsFragment;
  readonly mayManage: boolean;
  readonly onChanged: () => void;
}

export function SessionsCard({ account, mayManage, onChanged }: Props) {
  const { formatMessage } = useIntl();
  const format = useFormatters();
  const endOne = useCommand(RevokeSessionDocument, {
    done: () => formatMessage({ id: "people.sessions.ended" }),
    onDone: onChanged,
  });
  const endAll = useCommand(RevokeAllSessionsDocument, {
    done: () => formatMessage({ id: "people.sessions.endedAll" }),
    onDone: onChanged,
  });
  const columns = ["since", "seen", "ends", ...(mayManage ? ["end"] : [])];
  return (
    <Card
      title={<FormattedMessage id="people.sessions" values={{ count: account.sessions.length }} />}
      footer={
        mayManage &&
        account.sessions.length > 0 && (
          <Button
            variant="default"
            loading={endAll.isBusy}
            onClick={() => void endAll.send({ input: { accountId: account.id } })}
          >
            <FormattedMessage id="people.sessions.endAll" />
          </Button>
        )
      }
    >
      <CommandProblem command={endOne} />
      <CommandProblem command={endAll} />
      {account.sessions.length === 0 ? (
        <p className={styles.quiet}>
          <FormattedMessage id="people.sessions.none" />
        </p>
      ) : (
        <DataTable
          label={formatMessage({ id: "people.sessions.table" })}
          columns={columns.map((key) => ({ key, name: formatMessage({ id: `people.sessions.${key}` }) }))}
          rows={account.sessions.map((session) => ({
            key: session.id,
            cells: [
              <span key="since" className={styles.row}>
                {format.stamp(session.createdAt)}
                {session.isCurrent && (
                  <Badge tone="accent">
                    <FormattedMessage id="people.sessions.yours" />
                  </Badge>
                )}
              </span>,
              format.stamp(session.lastSeenAt),
              format.stamp(session.expiresAt),
              <Button
                key="end"
                size="xs"
                variant="default"
                disabled={endOne.isBusy}
                onClick={() => void endOne.send({ input: { sessionId: session.id } })}
              >
                <FormattedMessage id="people.sessions.endOne" />
              </Button>,
            ],
          }))}
        />
      )}
    </Card>
  );
}

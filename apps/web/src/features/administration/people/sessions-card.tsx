/** Where an account is signed in, each session ended alone or all at once (F60). */

import { useQuery } from "@apollo/client/react";
import { Button } from "@mantine/core";
import { FormattedMessage, useIntl } from "react-intl";
import { askAgain } from "../../../lib/ask-again";
import { useCommand } from "../../../lib/commands/use-command";
import { useFormatters } from "../../../lib/formatters";
import { useWhole, WHOLE } from "../../../lib/list/read-whole";
import { Waiting } from "../../../lib/waiting";
import { Badge } from "../../../ui/badge";
import { Card } from "../../../ui/card";
import { CommandProblem } from "../../../ui/command-problem";
import { CardSkeletons } from "../../../ui/skeletons";
import styles from "../administration.module.css";
import { DataTable } from "../list/data-table";
import { AccountSessionsDocument, RevokeAllSessionsDocument, RevokeSessionDocument } from "./people.generated";

interface Props {
  readonly accountId: string;
  readonly mayManage: boolean;
}

export function SessionsCard({ accountId, mayManage }: Props) {
  const { formatMessage } = useIntl();
  const format = useFormatters();
  const answer = useQuery(AccountSessionsDocument, { variables: { id: accountId }, ...WHOLE });
  const sessions = useWhole(answer, (data) => data.managedAccount.sessions);
  const onChanged = (): void => void askAgain(answer.refetch);
  const endOne = useCommand(RevokeSessionDocument, {
    done: () => formatMessage({ id: "people.sessions.ended" }),
    onDone: onChanged,
  });
  const endAll = useCommand(RevokeAllSessionsDocument, {
    done: () => formatMessage({ id: "people.sessions.endedAll" }),
    onDone: onChanged,
  });
  if (sessions === undefined)
    return <Waiting error={answer.error} refetch={answer.refetch} shape={<CardSkeletons count={1} />} />;
  const columns = ["since", "seen", "ends", ...(mayManage ? ["end"] : [])];
  return (
    <Card
      title={<FormattedMessage id="people.sessions" values={{ count: sessions.length }} />}
      footer={
        mayManage &&
        sessions.length > 0 && (
          <Button variant="default" loading={endAll.isBusy} onClick={() => void endAll.send({ input: { accountId } })}>
            <FormattedMessage id="people.sessions.endAll" />
          </Button>
        )
      }
    >
      <CommandProblem command={endOne} />
      <CommandProblem command={endAll} />
      {sessions.length === 0 ? (
        <p className={styles.quiet}>
          <FormattedMessage id="people.sessions.none" />
        </p>
      ) : (
        <DataTable
          label={formatMessage({ id: "people.sessions.table" })}
          columns={columns.map((key) => ({ key, name: formatMessage({ id: `people.sessions.${key}` }) }))}
          rows={sessions.map((session) => ({
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

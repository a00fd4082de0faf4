/** Where an account is signed in, each session ended alone or all at once (F60). */
import { useMutation } from "@apollo/client/react";
import { Button } from "@mantine/core";
import { useState } from "react";
import { FormattedMessage, useIntl } from "react-intl";
import { useFormatters } from "../../../lib/formatters";
import { type RefusalText, useRefusalText } from "../../../lib/refusal-text";
import { Badge } from "../../../ui/badge";
import { Card } from "../../../ui/card";
import { Notice } from "../../../ui/notice";
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
  const refusalText = useRefusalText();
  const [problem, setProblem] = useState<RefusalText | null>(null);
  const [endOne, one] = useMutation(RevokeSessionDocument);
  const [endAll, all] = useMutation(RevokeAllSessionsDocument);
  const act = async (work: () => Promise<unknown>): Promise<void> => {
    setProblem(null);
    try {
      await work();
      onChanged();
    } catch (error) {
      setProblem(refusalText(error));
    }
  };
  const columns = ["since", "seen", "ends", ...(mayManage ? ["end"] : [])];
  return (
    <Card
      title={<FormattedMessage id="people.sessions" values={{ count: account.sessions.length }} />}
      footer={
        mayManage &&
        account.sessions.length > 0 && (
          <Button
            variant="default"
            loading={all.loading}
            onClick={() => void act(() => endAll({ variables: { input: { accountId: account.id } } }))}
          >
            <FormattedMessage id="people.sessions.endAll" />
          </Button>
        )
      }
    >
      {problem !== null && (
        <Notice tone="loss" title={problem.message} code={problem.code}>
          <p>{problem.remedy}</p>
        </Notice>
      )}
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
                disabled={one.loading}
                onClick={() => void act(() => endOne({ variables: { input: { sessionId: session.id } } }))}
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

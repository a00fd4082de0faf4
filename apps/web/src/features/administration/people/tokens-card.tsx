/** The tokens that act for an account: what each may do, when it was used, and to revoke it (F60). */

import { scopesNamed } from "@accord/domain";
import { useQuery } from "@apollo/client/react";
import { Button } from "@mantine/core";
import { FormattedMessage, useIntl } from "react-intl";
import { askAgain } from "../../../lib/ask-again";
import { useCommand } from "../../../lib/commands/use-command";
import { useFormatters } from "../../../lib/formatters";
import { useWhole, WHOLE } from "../../../lib/list/read-whole";
import { Waiting } from "../../../lib/waiting";
import { Card } from "../../../ui/card";
import { CommandProblem } from "../../../ui/command-problem";
import { CardSkeletons } from "../../../ui/skeletons";
import { visibleControls } from "../../../ui/visible-controls";
import styles from "../administration.module.css";
import { DataTable } from "../list/data-table";
import { AccountTokensDocument, RevokeTokenDocument } from "./people.generated";

interface Props {
  readonly accountId: string;
  readonly mayManage: boolean;
}

const COLUMNS = ["name", "used", "ends", "revoke"] as const;

export function TokensCard({ accountId, mayManage }: Props) {
  const { formatMessage } = useIntl();
  const format = useFormatters();
  const answer = useQuery(AccountTokensDocument, { variables: { id: accountId }, ...WHOLE });
  const tokens = useWhole(answer, (data) => data.managedAccount.tokens);
  const command = useCommand(RevokeTokenDocument, {
    done: (_answer, { input: { tokenId } }) =>
      formatMessage(
        { id: "people.tokens.revoke.done" },
        { name: visibleControls(tokens?.find(({ id }) => id === tokenId)?.name ?? "") },
      ),
    onDone: () => void askAgain(answer.refetch),
  });
  if (tokens === undefined)
    return <Waiting error={answer.error} refetch={answer.refetch} shape={<CardSkeletons count={1} />} />;
  if (tokens.length === 0) return null;
  return (
    <Card title={<FormattedMessage id="people.tokens" values={{ count: tokens.length }} />}>
      <CommandProblem command={command} />
      <DataTable
        label={formatMessage({ id: "people.tokens.table" })}
        columns={COLUMNS.map((key) => ({ key, name: formatMessage({ id: `people.tokens.${key}` }) }))}
        rows={tokens.map((token) => ({
          key: token.id,
          cells: [
            <span key="name" className={styles.title}>
              <strong>{visibleControls(token.name)}</strong>
              <span className={styles.quiet}>{scopesNamed(token.scopes).join(", ")}</span>
            </span>,
            token.lastUsedAt === null ? "–" : format.stamp(token.lastUsedAt),
            format.stamp(token.expiresAt),
            token.revokedAt !== null ? (
              <FormattedMessage
                key="revoked"
                id="people.tokens.revoked"
                values={{ when: format.stamp(token.revokedAt) }}
              />
            ) : mayManage ? (
              <Button
                key="revoke"
                size="xs"
                variant="default"
                disabled={command.isBusy}
                onClick={() => void command.send({ input: { tokenId: token.id } })}
              >
                <FormattedMessage id="people.tokens.revoke" />
              </Button>
            ) : (
              "–"
            ),
          ],
        }))}
      />
    </Card>
  );
}

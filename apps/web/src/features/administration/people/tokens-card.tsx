/** The tokens that act for an account: what each may do, when it was used, and to revoke it (F60). */

import { Button } from "@mantine/core";
import { FormattedMessage, useIntl } from "react-intl";
import { useCommand } from "../../../lib/commands/use-command";
import { useFormatters } from "../../../lib/formatters";
import { Card } from "../../../ui/card";
import { CommandProblem } from "../../../ui/command-problem";
import { visibleControls } from "../../../ui/visible-controls";
import styles from "../administration.module.css";
import { DataTable } from "../list/data-table";
import { type AccountFactsFragment, RevokeTokenDocument } from "./people.generated";

interface Props {
  readonly account: AccountFactsFragment;
  readonly mayManage: boolean;
  readonly onChanged: () => void;
}

const COLUMNS = ["name", "used", "ends", "revoke"] as const;

export function TokensCard({ account, mayManage, onChanged }: Props) {
  const { formatMessage } = useIntl();
  const format = useFormatters();
  const command = useCommand(RevokeTokenDocument, {
    done: (_answer, { input: { tokenId } }) =>
      formatMessage(
        { id: "people.tokens.revoke.done" },
        { name: visibleControls(account.tokens.find(({ id }) => id === tokenId)?.name ?? "") },
      ),
    onDone: onChanged,
  });
  if (account.tokens.length === 0) return null;
  return (
    <Card title={<FormattedMessage id="people.tokens" values={{ count: account.tokens.length }} />}>
      <CommandProblem command={command} />
      <DataTable
        label={formatMessage({ id: "people.tokens.table" })}
        columns={COLUMNS.map((key) => ({ key, name: formatMessage({ id: `people.tokens.${key}` }) }))}
        rows={account.tokens.map((token) => ({
          key: token.id,
          cells: [
            <span key="name" className={styles.title}>
              <strong>{visibleControls(token.name)}</strong>
              <span className={styles.quiet}>{token.scopes.join(", ")}</span>
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

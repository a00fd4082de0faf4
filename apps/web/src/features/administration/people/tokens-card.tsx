/** The tokens that act for an account: what each may do, when it was used, and to revoke it (F60). */
import { useMutation } from "@apollo/client/react";
import { Button } from "@mantine/core";
import { useState } from "react";
import { FormattedMessage, useIntl } from "react-intl";
import { useFormatters } from "../../../lib/formatters";
import { type RefusalText, useRefusalText } from "../../../lib/refusal-text";
import { Card } from "../../../ui/card";
import { Notice } from "../../../ui/notice";
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
  const refusalText = useRefusalText();
  const [problem, setProblem] = useState<RefusalText | null>(null);
  const [revoke, { loading }] = useMutation(RevokeTokenDocument);
  const end = async (tokenId: string): Promise<void> => {
    setProblem(null);
    try {
      await revoke({ variables: { input: { tokenId } } });
      onChanged();
    } catch (error) {
      setProblem(refusalText(error));
    }
  };
  if (account.tokens.length === 0) return null;
  return (
    <Card title={<FormattedMessage id="people.tokens" values={{ count: account.tokens.length }} />}>
      {problem !== null && (
        <Notice tone="loss" title={problem.message} code={problem.code}>
          <p>{problem.remedy}</p>
        </Notice>
      )}
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
              <Button key="revoke" size="xs" variant="default" disabled={loading} onClick={() => void end(token.id)}>
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

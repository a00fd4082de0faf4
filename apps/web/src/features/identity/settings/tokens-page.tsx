/** Access tokens of the account: made here and shown once, each with what it may do, when it was used, and the way to end it (F74). */
import { useQuery } from "@apollo/client/react";
import { IconKey } from "@tabler/icons-react";
import { useState } from "react";
import { FormattedMessage, useIntl } from "react-intl";
import { askAgain } from "../../../lib/ask-again";
import { Waiting } from "../../../lib/waiting";
import { Card } from "../../../ui/card";
import { EmptyState } from "../../../ui/empty-state";
import { Page } from "../../../ui/page";
import { RowSkeletons } from "../../../ui/skeletons";
import { RevokeTokenDialog } from "./revoke-token-dialog";
import { type OwnTokenFragment, OwnTokensDocument } from "./settings.generated";
import styles from "./settings.module.css";
import { SettingsTabs } from "./settings-tabs";
import { TokenForm } from "./token-form";
import { TokenItem } from "./token-item";

export default function TokensPage() {
  const { formatMessage } = useIntl();
  const { data, error, refetch } = useQuery(OwnTokensDocument, { fetchPolicy: "no-cache" });
  const tokens = data?.viewer.tokens?.nodes;
  const again = () => askAgain(refetch);
  return (
    <Page
      isText
      title={formatMessage({ id: "settings.tokens" })}
      lead={
        <FormattedMessage id="settings.tokens.lead" values={{ reference: (text) => <a href="/docs/api">{text}</a> }} />
      }
    >
      <SettingsTabs />
      <TokenForm onMade={again} />
      {tokens === undefined ? (
        <Waiting error={error} refetch={refetch} shape={<RowSkeletons count={2} />} />
      ) : (
        <Tokens tokens={tokens} onChanged={again} />
      )}
    </Page>
  );
}

interface Props {
  readonly tokens: readonly OwnTokenFragment[];
  readonly onChanged: () => unknown;
}

function Tokens({ tokens, onChanged }: Props) {
  const [revoked, setRevoked] = useState<OwnTokenFragment | null>(null);
  if (tokens.length === 0)
    return (
      <EmptyState icon={<IconKey size={28} />} title={<FormattedMessage id="settings.tokens.none" />}>
        <p>
          <FormattedMessage id="settings.tokens.none.text" />
        </p>
      </EmptyState>
    );
  return (
    <Card title={<FormattedMessage id="settings.tokens.all" />}>
      <ul className={styles.list}>
        {tokens.map((token) => (
          <TokenItem key={token.id} token={token} onRevoke={() => setRevoked(token)} />
        ))}
      </ul>
      <RevokeTokenDialog token={revoked} onClose={() => setRevoked(null)} onChanged={onChanged} />
    </Card>
  );
}

/** One token: its name, what it may do, its life, and the button that ends it. */
import { scopesNamed } from "@accord/domain";
import { Button } from "@mantine/core";
import { FormattedMessage, useIntl } from "react-intl";
import { now } from "../../../lib/clock";
import { useFormatters } from "../../../lib/formatters";
import { visibleControls } from "../../../ui/visible-controls";
import type { OwnTokenFragment } from "./settings.generated";
import styles from "./settings.module.css";

export function TokenItem({ token, onRevoke }: { readonly token: OwnTokenFragment; readonly onRevoke: () => void }) {
  const { formatMessage } = useIntl();
  const format = useFormatters();
  const name = visibleControls(token.name);
  const isOver = Date.parse(token.expiresAt) <= now();
  const used = token.lastUsedAt === null ? null : format.stamp(token.lastUsedAt);
  return (
    <li className={styles.item}>
      <div className={styles.words}>
        <strong>{name}</strong>
        <span className={styles.quiet}>{scopesNamed(token.scopes).join(", ")}</span>
        {token.dailyIncidents !== null && (
          <span className={styles.quiet}>
            <FormattedMessage id="settings.tokens.moves" values={{ count: token.dailyIncidents }} />
          </span>
        )}
        <span className={styles.quiet}>
          <FormattedMessage
            id={used === null ? "settings.tokens.unused" : "settings.tokens.used"}
            values={{ made: format.stamp(token.createdAt), used }}
          />
        </span>
        <span className={styles.quiet}>
          <TokenEnd token={token} isOver={isOver} />
        </span>
      </div>
      {token.revokedAt === null && !isOver && (
        <Button
          variant="default"
          aria-label={formatMessage({ id: "settings.tokens.revoke.of" }, { name })}
          onClick={onRevoke}
        >
          <FormattedMessage id="settings.tokens.revoke" />
        </Button>
      )}
    </li>
  );
}

function TokenEnd({ token, isOver }: { readonly token: OwnTokenFragment; readonly isOver: boolean }) {
  const format = useFormatters();
  if (token.revokedAt !== null)
    return <FormattedMessage id="settings.tokens.revokedAt" values={{ when: format.stamp(token.revokedAt) }} />;
  return (
    <FormattedMessage
      id={isOver ? "settings.tokens.over" : "settings.tokens.ends"}
      values={{ when: format.stamp(token.expiresAt) }}
    />
  );
}

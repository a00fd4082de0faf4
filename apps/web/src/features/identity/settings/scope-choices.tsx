/** What a token may do: what its owner does for itself, and for staff what their rights allow beside it (F60, F74). */
import { isStaffScope, type Scope, scopesFor } from "@accord/domain";
import { Checkbox } from "@mantine/core";
import { FormattedMessage, useIntl } from "react-intl";
import { useViewer } from "../../../lib/viewer";
import styles from "./settings.module.css";

interface Props {
  readonly value: readonly Scope[];
  readonly onChange: (scopes: Scope[]) => void;
  readonly error: string | undefined;
  /** Of the first choice, where a problem leads. */
  readonly id: string | undefined;
}

/** Those that something asks for, and that the account can use. */
const useOfferedScopes = (): readonly Scope[] => {
  const { canPurchase, staffRights } = useViewer();
  return scopesFor(staffRights).filter(
    (scope) => scope !== "webhooks:manage" && (canPurchase || scope !== "purchases:write"),
  );
};

export function ScopeChoices({ value, onChange, error, id }: Props) {
  const { formatMessage } = useIntl();
  const scopes = useOfferedScopes();
  const draw = (scope: Scope) => (
    <Checkbox
      key={scope}
      id={scope === scopes[0] ? id : undefined}
      value={scope}
      label={formatMessage({ id: `settings.scope.${scope.replaceAll(":", ".")}` })}
      description={scope}
    />
  );
  const ofStaff = scopes.filter(isStaffScope);
  return (
    <Checkbox.Group
      label={formatMessage({ id: "settings.tokens.scopes" })}
      required
      value={[...value]}
      onChange={(chosen) => onChange(chosen as Scope[])}
      error={error}
    >
      <div className={styles.scopes}>{scopes.filter((scope) => !isStaffScope(scope)).map(draw)}</div>
      {ofStaff.length > 0 && (
        <fieldset className={styles.staff}>
          <legend>
            <FormattedMessage id="settings.tokens.staff" />
          </legend>
          <div className={styles.scopes}>{ofStaff.map(draw)}</div>
        </fieldset>
      )}
    </Checkbox.Group>
  );
}

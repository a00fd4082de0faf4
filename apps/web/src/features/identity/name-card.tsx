/** The name of the account: shown where the sign-in states it, corrected where it was guessed from one string (R53). */
import { TextInput } from "@mantine/core";
import { FormattedMessage, useIntl } from "react-intl";
import type { FormFields } from "../../lib/commands/form-fields";
import { useViewer } from "../../lib/viewer";
import { Card } from "../../ui/card";
import styles from "./profile-form.module.css";

export interface TypedName {
  readonly givenName: string;
  readonly familyName: string;
}

interface Props {
  readonly name: TypedName;
  readonly onChange: (name: Partial<TypedName>) => void;
  readonly fields: FormFields;
}

const PARTS = ["givenName", "familyName"] as const;

export function NameCard({ name, onChange, fields }: Props) {
  const { formatMessage } = useIntl();
  const { account } = useViewer();
  const isStated = account.nameSource === "STATED";
  const { id: why } = fields.at("fixed");
  return (
    <Card title={<FormattedMessage id="profile.names" />}>
      <div className={styles.pair}>
        {PARTS.map((part) => (
          <TextInput
            key={part}
            label={formatMessage({
              id: isStated || part === "givenName" ? `profile.${part}` : "profile.familyName.own",
            })}
            value={name[part]}
            onChange={(event) => onChange({ [part]: event.currentTarget.value })}
            readOnly={isStated}
            aria-readonly={isStated}
            maxLength={100}
            autoComplete={part === "givenName" ? "given-name" : "family-name"}
            classNames={isStated ? { input: styles.fixed } : {}}
            aria-describedby={why}
            {...fields.at(part)}
          />
        ))}
      </div>
      <p id={why} className={styles.hint}>
        <FormattedMessage
          id={isStated ? "profile.names.why" : "profile.names.guessed"}
          values={{ email: account.email }}
        />
      </p>
    </Card>
  );
}

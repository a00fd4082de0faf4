/** The staff roles of an account, granted and taken away at once; who may not is told why (F60). */

import type { StaffRole } from "@accord/domain";
import { Button, Checkbox } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { FormattedMessage, useIntl } from "react-intl";
import { useCommand } from "../../../lib/commands/use-command";
import { Card } from "../../../ui/card";
import { CommandProblem } from "../../../ui/command-problem";
import styles from "../administration.module.css";
import { type AccountFactsFragment, SetStaffRolesDocument } from "./people.generated";
import { ROLES, RoleBadges } from "./people-words";

interface Props {
  readonly account: AccountFactsFragment;
  readonly mayManage: boolean;
}

export function RolesCard({ account, mayManage }: Props) {
  const { formatMessage } = useIntl();
  // What is chosen outlives an answer that comes meanwhile.
  const [chosen, setRoles] = useState<readonly StaffRole[] | null>(null);
  const roles = chosen ?? account.roles;
  const command = useCommand(SetStaffRolesDocument, {
    done: () => formatMessage({ id: "people.roles.saved" }),
    onDone: () => setRoles(null),
  });
  const isSame = ROLES.every((role) => roles.includes(role) === account.roles.includes(role));
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    await command.send({ input: { accountId: account.id, roles: [...roles] } });
  };
  if (!mayManage)
    return (
      <Card title={<FormattedMessage id="people.roles" />}>
        <RoleBadges roles={account.roles} />
      </Card>
    );
  return (
    <Card title={<FormattedMessage id="people.roles" />}>
      <form className={styles.form} onSubmit={(event) => void submit(event)}>
        <p className={styles.quiet}>
          <FormattedMessage id="people.roles.text" />
        </p>
        <CommandProblem command={command} />
        <fieldset className={styles.choices}>
          <legend className="only-for-readers">
            <FormattedMessage id="people.roles" />
          </legend>
          {ROLES.map((role) => (
            <Checkbox
              key={role}
              checked={roles.includes(role)}
              label={formatMessage({ id: `people.role.${role}` })}
              description={formatMessage({ id: `people.role.${role}.text` })}
              onChange={(event) =>
                setRoles(event.currentTarget.checked ? [...roles, role] : roles.filter((other) => other !== role))
              }
            />
          ))}
        </fieldset>
        <div>
          <Button type="submit" loading={command.isBusy} disabled={isSame}>
            <FormattedMessage id="people.roles.save" />
          </Button>
        </div>
      </form>
    </Card>
  );
}

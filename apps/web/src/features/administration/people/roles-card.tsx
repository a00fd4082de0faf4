/** The staff roles of an account, granted and taken away at once; who may not is told why (F60). */
import type { StaffRole } from "@accord/domain";
import { useMutation } from "@apollo/client/react";
import { Button, Checkbox } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { type FormEvent, useState } from "react";
import { FormattedMessage, useIntl } from "react-intl";
import { type RefusalText, useRefusalText } from "../../../lib/refusal-text";
import { Card } from "../../../ui/card";
import { Notice } from "../../../ui/notice";
import styles from "../administration.module.css";
import { type AccountFactsFragment, SetStaffRolesDocument } from "./people.generated";
import { ROLES, RoleBadges } from "./people-words";

interface Props {
  readonly account: AccountFactsFragment;
  readonly mayManage: boolean;
}

export function RolesCard({ account, mayManage }: Props) {
  const { formatMessage } = useIntl();
  const refusalText = useRefusalText();
  const [roles, setRoles] = useState<readonly StaffRole[]>(account.roles);
  const [problem, setProblem] = useState<RefusalText | null>(null);
  const [save, { loading }] = useMutation(SetStaffRolesDocument);
  const isSame = ROLES.every((role) => roles.includes(role) === account.roles.includes(role));
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setProblem(null);
    try {
      const { data } = await save({ variables: { input: { accountId: account.id, roles: [...roles] } } });
      const refusal = data?.setStaffRoles.userErrors[0];
      if (refusal !== undefined) return setProblem(refusalText(refusal));
      notifications.show({ message: formatMessage({ id: "people.roles.saved" }) });
    } catch (error) {
      setProblem(refusalText(error));
    }
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
        {problem !== null && (
          <Notice tone="loss" title={problem.message} code={problem.code}>
            <p>{problem.remedy}</p>
          </Notice>
        )}
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
          <Button type="submit" loading={loading} disabled={isSame}>
            <FormattedMessage id="people.roles.save" />
          </Button>
        </div>
      </form>
    </Card>
  );
}

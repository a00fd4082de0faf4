/** What an account is called, its kinds and its staff roles (F60). */
import { ACCOUNT_KINDS, joinName, STAFF_ROLES, type StaffRole } from "@accord/domain";
import { FormattedMessage } from "react-intl";
import { Badge } from "../../../ui/badge";
import { visibleControls } from "../../../ui/visible-controls";
import styles from "../administration.module.css";
import type { AccountRowFragment } from "./people.generated";

export const KINDS = ACCOUNT_KINDS;
export const ROLES = STAFF_ROLES;

/** Of an erased account nothing is left to call it by but its id (F83). */
export const accountName = ({ id, givenName, familyName, email }: AccountRowFragment): string =>
  visibleControls(joinName({ givenName, familyName }) || email || id);

export function RoleBadges({ roles }: { readonly roles: readonly StaffRole[] }) {
  if (roles.length === 0) return <span className={styles.quiet}>–</span>;
  return (
    <span className={styles.row}>
      {roles.map((role) => (
        <Badge key={role} tone="accent">
          <FormattedMessage id={`people.role.${role}`} />
        </Badge>
      ))}
    </span>
  );
}

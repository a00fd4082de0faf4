/** One contact: who, in which role, whether the person sees the request, and what can be done about it (R82, R83, R97, F43-F45). */
import { joinName } from "@accord/domain";
import { Button } from "@mantine/core";
import { IconCircleCheck, IconClock, IconEyeOff } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { FormattedMessage, useIntl } from "react-intl";
import { useFormatters } from "../../../lib/formatters";
import { useViewer } from "../../../lib/viewer";
import { Badge } from "../../../ui/badge";
import { Initials } from "../../../ui/initials";
import { visibleControls } from "../../../ui/visible-controls";
import type { ContactLineFragment } from "./contacts.generated";
import styles from "./contacts.module.css";

/** The full name, safe to show. */
export const nameOf = (contact: { readonly givenName: string; readonly familyName: string }): string =>
  visibleControls(joinName(contact));

/** The full name, or what is said where the person was erased (F83). */
export const useContactName = (): typeof nameOf => {
  const { formatMessage } = useIntl();
  return (contact) => nameOf(contact) || formatMessage({ id: "requests.actor.somebody" });
};

const ICONS = { HAS_ACCESS: IconCircleCheck, INVITED: IconClock, NOT_PROVEN: IconEyeOff } as const;

interface Props {
  readonly contact: ContactLineFragment;
  /** Null: the viewer may not remove this contact. */
  readonly onRemove: (() => void) | null;
  /** Controls for bringing the person in. */
  readonly children?: ReactNode;
}

export function ContactLine({ contact, onRemove, children }: Props) {
  const { formatMessage } = useIntl();
  const name = useContactName()(contact);
  return (
    <li className={styles.contact}>
      <Initials name={name} isAccent={contact.role === "PRIMARY"} />
      <div className={styles.who}>
        <span className={styles.name}>
          {name}
          <Badge tone={contact.role === "PRIMARY" ? "accent" : "quiet"}>
            <FormattedMessage id={`requests.role.${contact.role}`} />
          </Badge>
          {contact.isViewer && (
            <Badge>
              <FormattedMessage id="requests.you" />
            </Badge>
          )}
        </span>
        <span className={styles.quiet}>
          {visibleControls(contact.email)}
          {contact.phone !== null && ` · ${contact.phone}`}
        </span>
        <AccessState contact={contact} />
        {children}
      </div>
      {onRemove !== null && (
        <Button
          variant="default"
          size="sm"
          onClick={onRemove}
          aria-label={contact.isViewer ? undefined : `${formatMessage({ id: "requests.removeContact" })} ${name}`}
        >
          <FormattedMessage id={contact.isViewer ? "requests.removeMe" : "requests.removeContact"} />
        </Button>
      )}
    </li>
  );
}

function AccessState({ contact }: { readonly contact: ContactLineFragment }) {
  const format = useFormatters();
  const zone = useViewer().account.profile?.timeZone;
  const { access, invitation, redeemedBy, redeemedAt } = contact;
  const Icon = ICONS[access];
  return (
    <span className={styles.access} data-access={access}>
      <Icon size={16} aria-hidden />
      <span>
        {redeemedBy !== null && redeemedAt !== null ? (
          <FormattedMessage
            id="contacts.redeemed"
            values={{ account: visibleControls(redeemedBy), at: format.instant(redeemedAt, zone) }}
          />
        ) : access === "INVITED" && invitation !== null && invitation.mailWaitsUntil !== null ? (
          <FormattedMessage
            id="contacts.invitationWaits"
            values={{
              at: format.instant(invitation.mailWaitsUntil, zone),
              until: format.instant(invitation.expiresAt, zone),
            }}
          />
        ) : access === "INVITED" && invitation !== null ? (
          <FormattedMessage
            id="contacts.access.INVITED"
            values={{ until: format.instant(invitation.expiresAt, zone), isSent: String(invitation.sentAt !== null) }}
          />
        ) : (
          <FormattedMessage
            id={access === "HAS_ACCESS" ? "contacts.access.HAS_ACCESS" : "contacts.access.NOT_PROVEN"}
          />
        )}
      </span>
    </span>
  );
}

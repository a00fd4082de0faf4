/** Who sees the request; contacts add contacts (R93, R96), only the owner engineer or the person concerned removes (R97). */
import { Button } from "@mantine/core";
import { useState } from "react";
import { FormattedMessage, useIntl } from "react-intl";
import { Badge } from "../../ui/badge";
import { Card } from "../../ui/card";
import { AddContactForm } from "./add-contact-form";
import { RemoveContactDialog } from "./remove-contact-dialog";
import styles from "./request-page.module.css";
import type { ContactLineFragment, RequestContactsFragment } from "./requests.generated";

export function ShareTab({ request }: { readonly request: RequestContactsFragment }) {
  const { formatMessage } = useIntl();
  const [removing, setRemoving] = useState<ContactLineFragment | null>(null);
  const contacts = [request.primaryContact, ...request.additionalContacts];
  return (
    <>
      <Card title={<FormattedMessage id="requests.contacts" values={{ count: contacts.length }} />}>
        <ul className={styles.contacts}>
          {contacts.map((contact) => (
            <li key={contact.id} className={styles.contact}>
              <div>
                <span className={styles.name}>
                  {contact.givenName} {contact.familyName}
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
                  {contact.email}
                  {contact.phone !== null && ` · ${contact.phone}`}
                </span>
                {!contact.isBound && (
                  <span className={styles.quiet}>
                    <FormattedMessage id="requests.contact.notYet" />
                  </span>
                )}
              </div>
              {request.viewerCanRemoveContactIds.includes(contact.id) && (
                <Button
                  variant="default"
                  onClick={() => setRemoving(contact)}
                  aria-label={
                    contact.isViewer
                      ? undefined
                      : `${formatMessage({ id: "requests.removeContact" })} ${contact.givenName} ${contact.familyName}`
                  }
                >
                  <FormattedMessage id={contact.isViewer ? "requests.removeMe" : "requests.removeContact"} />
                </Button>
              )}
            </li>
          ))}
        </ul>
        <p className={styles.quiet}>
          <FormattedMessage id="requests.removal.who" />
        </p>
      </Card>
      {request.viewerCanAddContacts && (
        <Card title={<FormattedMessage id="requests.add" />}>
          <AddContactForm requestId={request.id} />
        </Card>
      )}
      <RemoveContactDialog
        requestId={request.id}
        contact={removing}
        others={contacts.filter((one) => one.id !== removing?.id)}
        onClose={() => setRemoving(null)}
      />
    </>
  );
}

/** Who sees the request; contacts add contacts (R93, R96), only the owner engineer or the person concerned removes (R97). */
import { useState } from "react";
import { FormattedMessage } from "react-intl";
import { useViewer } from "../../../lib/viewer";
import { Card } from "../../../ui/card";
import { AccessAsks } from "./access-asks";
import { AddContactForm } from "./add-contact-form";
import { ContactLine } from "./contact-line";
import type { ContactLineFragment, RequestContactsFragment } from "./contacts.generated";
import styles from "./contacts.module.css";
import { Invite } from "./invite";
import { RemoveContactDialog } from "./remove-contact-dialog";
import { Subscription } from "./subscription";

export function ContactsTab({ request }: { readonly request: RequestContactsFragment }) {
  const { account } = useViewer();
  const [removing, setRemoving] = useState<ContactLineFragment | null>(null);
  const contacts = [request.primaryContact, ...request.additionalContacts];
  return (
    <>
      {request.viewerCanAddContacts && <AccessAsks asks={request.accessAsks} />}
      <Card title={<FormattedMessage id="requests.contacts" values={{ count: contacts.length }} />}>
        <ul className={styles.contacts}>
          {contacts.map((contact) => (
            <ContactLine
              key={contact.id}
              contact={contact}
              onRemove={request.viewerCanRemoveContactIds.includes(contact.id) ? () => setRemoving(contact) : null}
            >
              {contact.access !== "HAS_ACCESS" && request.viewerCanAddContacts && (
                <Invite requestId={request.id} contact={contact} />
              )}
            </ContactLine>
          ))}
        </ul>
        <p className={styles.quiet}>
          <FormattedMessage id="requests.removal.who" />
        </p>
        {contacts.some((contact) => contact.isViewer) && (
          <Subscription requestId={request.id} email={account.email} isSubscribed={request.isSubscribed} />
        )}
      </Card>
      {request.viewerCanAddContacts && (
        <Card title={<FormattedMessage id="requests.add" />}>
          <AddContactForm requestId={request.id} taken={contacts.map(({ email }) => email)} />
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

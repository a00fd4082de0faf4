/** What tests ask of the entries of a timeline, whatever their kind: under one name what the kinds call differently. */
const on = (kinds: string, fields: string): string =>
  kinds
    .split(" ")
    .map((kind) => `... on ${kind}Entry { ${fields} }`)
    .join(" ");

export const TEXT = [
  on("Reply Note AutoReply", "text"),
  on("Reopened SeverityChangeAsked SeverityChanged", "text: reason"),
  on("HandedOver", "text: note"),
  on("Rated", "text: comment"),
  on("SplitProposed", "text: description"),
].join(" ");

/** Name or number of what an entry is about. */
export const SUBJECT = [
  on("Assigned", "subject: engineerName"),
  on(
    "ContactAdded ContactRemoved ContactLeft PrimaryContactChanged ContactAddressChanged MailBounced",
    "subject: contactName",
  ),
  on("AttachmentAdded", "subject: fileName"),
  on("HandedOver", "subject: recipientName"),
  on("SplitProposed", "subject: title"),
  on("SplitDecided", "subject: requestNumber"),
  on("MarkedAsMessage", "subject: senderName"),
].join(" ");

/** The address an entry is about, where the account is nobody's contact yet. */
export const EMAIL = on("InvitationRedeemed AccessAsked", "email");
export const STATUS = on("Submitted Assigned Reply StatusChanged Closed Reopened MarkedAsMessage", "status");
export const SEVERITY = on("SeverityChangeAsked SeverityChanged", "severity");
export const EDITS = on("Reply Note", "editedAt canEdit");
export const FILES = (fields: string): string =>
  on("Submitted Reply Note AttachmentAdded AutoReply", `attachments { ${fields} }`);
export const MAIL = (fields: string): string => on("Reply AutoReply", `quoted mail { ${fields} }`);

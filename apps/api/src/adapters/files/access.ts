/** Which file an account reaches by its id, judged anew each time from what is stored now. */
import { type Account, isStaff, seesAttachment, teamsOf } from "@accord/domain";
import type { AttachmentDetail, Database } from "../../storage/index.js";

/** Null alike for one that does not exist and one the account may not see. */
export const findSeen = async (db: Database, account: Account, id: string): Promise<AttachmentDetail | null> => {
  const { read } = db;
  const attachment = await read.attachments.byId(id);
  if (attachment === null) return null;
  if (attachment.requestId === null) return seesAttachment(account, attachment, null) ? attachment : null;
  const [request, contacts] = await Promise.all([
    read.requests.byId(attachment.requestId),
    read.requests.contactsOf([attachment.requestId]),
  ]);
  if (request === null) return null;
  const teamIds = isStaff(account) ? teamsOf(await read.teams.load(), account.id).map((team) => team.id) : [];
  return seesAttachment(account, attachment, { request, contacts, entry: attachment.entry, teamIds })
    ? attachment
    : null;
};

/** Which file an account reaches by its id, judged anew each time from what is stored now. */
import { isStaff, seesAttachment, teamsOf } from "@accord/domain";
import { attachmentStore, type FindSeen } from "../../files/module.js";
import { teamStore } from "../../teams/module.js";
import { requestStore } from "../storage/request-writes.js";

/** Null alike for one that does not exist and one the account may not see. */
export const findSeen: FindSeen = async (db, account, id) => {
  const { read } = db;
  const attachment = await read.of(attachmentStore).byId(id);
  if (attachment === null) return null;
  if (attachment.requestId === null) return seesAttachment(account, attachment, null) ? attachment : null;
  const [request, contacts] = await Promise.all([
    read.of(requestStore).byId(attachment.requestId),
    read.of(requestStore).contactsOf([attachment.requestId]),
  ]);
  if (request === null) return null;
  const teamIds = isStaff(account) ? teamsOf(await read.of(teamStore).load(), account.id).map((team) => team.id) : [];
  return seesAttachment(account, attachment, { request, contacts, entry: attachment.entry, teamIds })
    ? attachment
    : null;
};

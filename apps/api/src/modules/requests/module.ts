/** Support requests: opened, read, talked about, closed (R60-R99). The face of the module: what others use of it is exported here, the types of its schema by graphql.ts. */
import type { ApiModule } from "../../kernel/module.js";
import { fileKeeper } from "../files/module.js";
import { signIn } from "../identity/module.js";
import { beginUpload } from "./attachments/begin-upload.js";
import { findSeen } from "./attachments/find-seen.js";
import { closeSilentRequests, SILENCE_EVERY_MS } from "./conversation/close-silent.js";
import { erasePerson } from "./erase-person.js";
import { requestLiveFields } from "./live-requests.js";
import { requestsObjects } from "./objects.js";
import { requestsPolicies } from "./policies.js";
import { searchIndexStore } from "./storage/request-search.js";
import { requestsStorage } from "./storage/tables.js";

export const requests = {
  ...requestsPolicies,
  ...requestsObjects,
  live: requestLiveFields,
  storage: requestsStorage,
  schema: async () => (await import("./graphql.js")).requestsSchema,
  routes: (app, { db, clock, config, of }) =>
    of(fileKeeper).register(app, {
      authenticate: of(signIn).authenticate,
      beginUpload: (account, asked) => beginUpload({ db, clock, limits: config.limits }, account, asked),
      findSeen,
    }),
  jobs: [
    {
      name: "closing silent requests",
      everyMs: SILENCE_EVERY_MS,
      run: ({ db, clock }) => closeSilentRequests(db, clock),
    },
  ],
  erased: [erasePerson],
  filled: [(tx) => tx.of(searchIndexStore).makeAnew()],
} satisfies ApiModule;

export { filesSeen } from "./attachments/attachment.fields.js";
export { keepMailFile } from "./attachments/keep-mail-file.js";
export { contactDetailsOf, contactRows } from "./contact-rows.js";
export { countAccepted } from "./count-accepted.js";
export { deadlineAfter } from "./deadline-after.js";
export { findRequest } from "./find-request.js";
export { contactLoader, requestLoader } from "./loaders.js";
export { openRequest } from "./open-request.js";
export { refundEntry, refundIncident } from "./refund-incident.js";
export { routeNew } from "./route-new.js";
export {
  assertCustomer,
  type CommandEntry,
  type CommandName,
  type Done,
  type HeldRequest,
  type RequestCommand,
  type RequestInput,
  runRequestCommand,
} from "./run-request-command.js";
export { type MailTroubleReason, mailTroubleStore } from "./storage/mail-trouble.store.js";
export type {
  FollowedContact,
  RequestChanges,
  RequestDetail,
  RequestSource,
  RequestSummary,
  TimelineEntry,
  TimelineRow,
} from "./storage/request.store.js";
export { requestFollowingTable } from "./storage/request-following.table.js";
export { createRequestReads } from "./storage/request-reads.js";
export { FROM_REQUEST, SUMMARY } from "./storage/request-row.js";
export { foundBy } from "./storage/request-search.js";
export { requestStore } from "./storage/request-writes.js";
export { retainedRequestStore } from "./storage/retained-request.store.js";
export { splitStore } from "./storage/split.store.js";
export { subjectRequestStore } from "./storage/subject.store.js";
export { supportRequestTable } from "./storage/support-request.table.js";
export { submissionContext, tellRefusals } from "./submission.js";
export { assertMayShare, freshRequest, visibleRequest } from "./visible-request.js";

/** Who uses the workspace, and how much of a request they see there (F52). */
import { type Account, isLead, isWorker, mayUseWorkspace, type QueueSight, sightOf } from "@accord/domain";
import { accountOf, type RequestContext } from "../../kernel/graphql/context.js";
import { RequestError } from "../../kernel/graphql/request-error.js";
import { teamIdsOf } from "../teams/module.js";
import type { QueueRow, QueueViewer } from "./storage/queue.store.js";

/** What the fields of a workspace are read of: whose it is. */
export type WorkspaceSource = Account;

/** @throws RequestError UNAUTHENTICATED, FORBIDDEN for everybody but engineers, leads and administrators */
export const workspaceAccount = (context: RequestContext): Account => {
  const account = accountOf(context);
  if (!mayUseWorkspace(account)) throw new RequestError("FORBIDDEN");
  return account;
};

/** @throws RequestError FORBIDDEN */
export const queueViewer = (context: RequestContext): QueueViewer => {
  const account = workspaceAccount(context);
  return {
    id: account.id,
    teamIds: teamIdsOf(context, account),
    isWorker: isWorker(account),
    isLead: isLead(account),
  };
};

/** A row of the queue with what the viewer sees of it. */
export interface QueueItem extends QueueRow {
  readonly sight: QueueSight;
}

export const itemOf = (context: RequestContext, row: QueueRow): QueueItem => {
  const account = accountOf(context);
  return { ...row, sight: sightOf(account, row, teamIdsOf(context, account)) };
};

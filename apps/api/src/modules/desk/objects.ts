/** How views, replies and teams are found by their ids: by whoever uses the workspace, and what is somebody's own by that one. */
import { type SavedView, type Team, teamOf } from "@accord/domain";
import type { RequestContext } from "../../kernel/graphql/context.js";
import { withScope } from "../../kernel/graphql/root-policy.js";
import type { PolicyPart } from "../../kernel/module.js";
import type { CannedReply } from "./storage/canned-reply.table.js";
import { workspaceStore } from "./storage/workspace.store.js";
import { workspaceAccount } from "./workspace-viewer.js";

const findView = async (context: RequestContext, id: string): Promise<SavedView | null> => {
  const account = workspaceAccount(context);
  const views = await context.db.read.of(workspaceStore).views(account.id);
  return views.find((view) => view.id === id) ?? null;
};

/** The account's own and the desk's. */
const findReply = async (context: RequestContext, id: string): Promise<CannedReply | null> => {
  const account = workspaceAccount(context);
  const reply = await context.db.read.of(workspaceStore).replyById(id);
  return reply === null || (reply.accountId !== null && reply.accountId !== account.id) ? null : reply;
};

const findTeam = (context: RequestContext, slug: string): Team | null => {
  workspaceAccount(context);
  return teamOf(context.teams, slug);
};

export const deskObjects = {
  nodes: {
    vue: { type: "SavedView", policy: withScope("requests:read"), find: findView },
    can: { type: "CannedReply", policy: withScope("requests:read"), find: findReply },
    tem: { type: "Team", policy: withScope("requests:read"), slugIn: ["teamIds", "toTeamId"], find: findTeam },
  },
} satisfies PolicyPart;

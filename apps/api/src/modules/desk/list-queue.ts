/** The queue of the engineers: filtered, searched, by deadline; one item of it; how many there are (F41, F52). */
import {
  checkText,
  EVERYTHING_OPEN,
  type QueueFilter,
  REQUEST_STATUSES,
  type RequestStatus,
  type TextRule,
  teamOf,
  turnOf,
} from "@accord/domain";
import { auditStore } from "../../kernel/audit/audit.store.js";
import { accountOf, type RequestContext } from "../../kernel/graphql/context.js";
import { idOf } from "../../kernel/graphql/ids.js";
import { connectionOfPage, type PageArguments, pageRequestOf, type RowConnection } from "../../kernel/graphql/page.js";
import { RequestError } from "../../kernel/graphql/request-error.js";
import { requestLoader } from "../requests/module.js";
import { type QueueQuestion, queueStore } from "./storage/queue.store.js";
import type { QueueFilterInput } from "./workspace.inputs.js";
import { itemOf, type QueueItem, queueViewer, workspaceAccount } from "./workspace-viewer.js";

const SEARCH: TextRule = { max: 200, isRequired: false, isMultiline: false };

/** @throws RequestError FORBIDDEN, BAD_USER_INPUT */
export const listQueue = async (
  context: RequestContext,
  filter: QueueFilter,
  search: string | null,
  page: PageArguments,
): Promise<RowConnection<QueueItem>> => {
  const question = questionOf(context, filter, search);
  const queue = context.db.read.of(queueStore);
  const rows = await queue.page(question, pageRequestOf(page));
  const items = { ...rows, rows: rows.rows.map((row) => itemOf(context, row)) };
  return connectionOfPage(items, page, () => queue.count(question));
};

/** @throws RequestError FORBIDDEN, BAD_USER_INPUT */
export const countQueue = (
  context: RequestContext,
  filter: Partial<QueueFilter>,
  search: string | null = null,
): Promise<number> =>
  context.db.read.of(queueStore).count(questionOf(context, { ...EVERYTHING_OPEN, ...filter }, search));

/** An administrator who is no engineer sees the facts of any request, and the audit says so. @throws RequestError FORBIDDEN, NOT_FOUND */
export const findQueueItem = async (context: RequestContext, id: string): Promise<QueueItem> => {
  workspaceAccount(context);
  const request = await context.loaders.of(requestLoader).load(idOf("req", id));
  if (request === null) throw new RequestError("NOT_FOUND");
  const item = itemOf(context, request);
  const account = accountOf(context);
  if (item.sight !== "OUTLINE" || !account.roles.includes("ADMINISTRATOR")) return item;
  await context.db.transaction("look at request", (tx) =>
    tx.of(auditStore).append({
      actorId: account.id,
      action: "request.lookAt",
      objectId: request.id,
      details: { sight: "FACTS" },
      at: context.clock.now(),
    }),
  );
  return { ...item, sight: "FACTS" };
};

export const filterOf = (input: QueueFilterInput | null): QueueFilter => ({
  teamIds: input?.teamIds ?? null,
  owner: input?.owner ?? null,
  statuses: input?.statuses ?? null,
  severities: input?.severities ?? null,
  turn: input?.turn ?? null,
  firstResponse: input?.firstResponse ?? null,
  productId: input?.productId ?? null,
});

const questionOf = (context: RequestContext, filter: QueueFilter, search: string | null): QueueQuestion => ({
  viewer: queueViewer(context),
  // Teams are known here: what is none never reaches the database.
  filter: { ...filter, teamIds: filter.teamIds?.filter((id) => teamOf(context.teams, id) !== null) ?? null },
  statuses: statusesOf(filter),
  productVersionIds: filter.productId === null ? null : context.catalogue.subjectIdsOf(filter.productId),
  search: searchOf(search),
  now: context.now,
});

const statusesOf = ({ statuses, turn }: QueueFilter): readonly RequestStatus[] | null =>
  turn === null ? statuses : (statuses ?? REQUEST_STATUSES).filter((status) => turnOf({ status }) === turn);

const searchOf = (search: string | null): string | null => {
  const text = (search ?? "").trim();
  if (checkText(text, SEARCH, ["search"]).length > 0)
    throw new RequestError("BAD_USER_INPUT", {
      detail: `\`search\` holds up to ${SEARCH.max} characters, without control characters.`,
      inputPath: ["search"],
    });
  return text === "" ? null : text;
};

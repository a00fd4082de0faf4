/** The requests an account is a contact of, open and closed (R81, R83, R89, R90, R94, F41). */
import {
  type Account,
  checkText,
  hasForbiddenCharacters,
  normaliseEmail,
  REQUEST_STATUSES,
  type RequestStatus,
  turnOf,
} from "@accord/domain";
import { accountOf, authorise, type RequestContext } from "../../kernel/graphql/context.js";
import { noCursor } from "../../kernel/graphql/cursor.js";
import { connectionOfPage, type PageArguments, pageRequestOf, type RowConnection } from "../../kernel/graphql/page.js";
import { RequestError } from "../../kernel/graphql/request-error.js";
import { readReference } from "../references/module.js";
import { ORDERS, type RequestPageArguments } from "./request-order.js";
import type { RequestFilterInput } from "./requests.types.js";
import type { RequestFilter, RequestSummary, RequestViewer } from "./storage/request.store.js";
import { requestStore } from "./storage/request-writes.js";
import { placeOfUpdate, updatePlaceOf } from "./storage/update-place.js";

const LONGEST_SEARCH = 200;

/** Who looks: bound rows, and rows with an address the account has proven (G5). */
const viewerOf = (account: Account): RequestViewer => ({
  id: account.id,
  provenEmail: account.isEmailProven ? normaliseEmail(account.email) : null,
});

/** Rows are scoped by the store's SQL to the viewer, which is what proves them. */
export const listRequests = async (
  context: RequestContext,
  input: RequestFilterInput,
  args: RequestPageArguments,
): Promise<RowConnection<RequestSummary>> => {
  const viewer = viewerOf(accountOf(context));
  const filter = { ...filterOf(context, input), calledSo: readReference(input, ["filter"]) };
  const { isByUpdate, orderBy } = ORDERS[args.orderBy];
  const page: PageArguments = { ...args, orderBy };
  const asked = pageRequestOf(page);
  // A cursor of the other order would begin anywhere.
  if (asked.after !== null && (placeOfUpdate(asked.after) !== null) !== isByUpdate)
    throw noCursor(typeof args.before === "string" ? "before" : "after");
  const requests = context.db.read.of(requestStore);
  const rows = await requests.pageForAccount(viewer, filter, { ...asked, isByUpdate });
  for (const row of rows.rows) authorise(context, row);
  const count = () => requests.countForAccount(viewer, filter);
  return isByUpdate ? connectionOfPage(rows, page, count, updatePlaceOf) : connectionOfPage(rows, page, count);
};

const filterOf = ({ catalogue }: RequestContext, input: RequestFilterInput): RequestFilter => ({
  isOpen: input.isOpen ?? null,
  statuses: statusesOf(input),
  severities: input.severities ?? null,
  search: searchOf(input.search),
  role: input.role ?? null,
  updatedSince: input.updatedSince ?? null,
  categoryId: slugOf(input.categoryId),
  problemId: slugOf(input.problemId),
  productVersionIds:
    input.productId === null || input.productId === undefined ? null : catalogue.subjectIdsOf(input.productId),
});

/** What no database takes is nobody's slug, and finds nothing. */
const slugOf = (slug: string | null | undefined): string | null =>
  hasForbiddenCharacters(slug ?? "") ? "" : (slug ?? null);

const statusesOf = ({ statuses, turn }: RequestFilterInput): readonly RequestStatus[] | null => {
  if (turn === null || turn === undefined) return statuses ?? null;
  return (statuses ?? REQUEST_STATUSES).filter((status) => turnOf({ status }) === turn);
};

/** @throws RequestError BAD_USER_INPUT for text that no title can hold */
const searchOf = (search: string | null | undefined): string | null => {
  const text = (search ?? "").trim();
  if (checkText(text, { max: LONGEST_SEARCH, isRequired: false, isMultiline: false }, ["search"]).length > 0) {
    throw new RequestError("BAD_USER_INPUT", {
      detail: `\`search\` holds up to ${LONGEST_SEARCH} characters, without control characters.`,
      inputPath: ["filter", "search"],
    });
  }
  return text === "" ? null : text;
};

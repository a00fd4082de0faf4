/** Every plan an account has registered or bought (R11, R16, R65, F19). */
import { accountOf, prove, type RequestContext } from "../../context.js";
import { idOfCursor } from "../../graphql/cursor.js";
import { connectionOfPage, type PageArguments, type RowConnection } from "../../graphql/page.js";
import type { RegisteredPlan } from "../../storage/index.js";

export const listPlans = async (
  context: RequestContext,
  page: PageArguments,
): Promise<RowConnection<RegisteredPlan>> => {
  const { plans } = context.db.read;
  const accountId = accountOf(context).id;
  const rows = await plans.ofAccountPage(accountId, { first: page.first, after: idOfCursor(page.after) });
  for (const plan of rows.rows) prove(context, plan);
  return connectionOfPage(rows, page, async () => (await plans.ofAccount(accountId)).length);
};

/** Computed fields of packs and their previews (F57, F58). */
import type { PackProblem, ProductVersion, Refusal } from "@accord/domain";
import type { RequestContext } from "../../../kernel/graphql/context.js";
import { fieldsOf, type TypeFields } from "../../../kernel/graphql/field-map.js";
import { connectionOfList, type PageArguments } from "../../../kernel/graphql/page.js";
import { packSentence, refusalSentences } from "../../../kernel/text/sentences.js";
import type { ChangedDraft, ChangedPlan } from "../../packs/module.js";
import { summaryOf } from "../summary-of.js";
import type { PackPreview } from "./create-pack-preview.js";
import type { ListedPack } from "./list-packs.js";
import type { PackPreviewType } from "./packs.types.js";

/** More of them are counted only. */
const NAMED_MOST = 5;

const versionsOf = (ids: readonly string[], { catalogue }: RequestContext): readonly ProductVersion[] =>
  ids.slice(0, NAMED_MOST).flatMap((id) => catalogue.versions.get(id) ?? []);

const sentences = (refusals: readonly Refusal[], { language }: RequestContext): readonly string[] =>
  refusals.map((refusal) => refusalSentences(language, refusal).message);

export const packFields: readonly TypeFields[] = [
  fieldsOf<ListedPack>("Pack", { loadedBy: ({ loadedBy }, _args, context) => summaryOf(loadedBy, context) }),
  fieldsOf<PackProblem>("PackProblem", { message: (problem, _args, { language }) => packSentence(language, problem) }),
  fieldsOf<PackPreview, PackPreviewType>("PackPreview", {
    changes: ({ changes }, args: PageArguments) => connectionOfList(changes, args),
    plans: ({ plans }, args: PageArguments) => connectionOfList(plans, args),
    drafts: ({ drafts }, args: PageArguments) => connectionOfList(drafts, args),
  }),
  fieldsOf<ChangedPlan>("ChangedPlan", {
    planId: ({ id }) => id,
    programme: ({ programmeId }, _args, { catalogue }) => catalogue.programmes.get(programmeId),
    lostCount: ({ lost }) => lost.length,
    gainedCount: ({ gained }) => gained.length,
    lost: ({ lost }, _args, context) => versionsOf(lost, context),
    gained: ({ gained }, _args, context) => versionsOf(gained, context),
  }),
  fieldsOf<ChangedDraft>("ChangedDraft", {
    draftId: ({ id }) => id,
    account: ({ accountId }, _args, context) => summaryOf(accountId, context),
    productVersion: ({ productVersionId }, _args, { catalogue }) =>
      productVersionId === null ? null : (catalogue.versions.get(productVersionId) ?? null),
    before: ({ before }, _args, context) => sentences(before, context),
    after: ({ after }, _args, context) => sentences(after, context),
  }),
];

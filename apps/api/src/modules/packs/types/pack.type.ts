/** Packs as staff see and preview them (F57-F59). */
import {
  type Account,
  type CivilDate,
  type EpochMs,
  PACK_KINDS,
  type PackKind,
  type ProductVersion,
  type Programme,
} from "@accord/domain";
import { Field, ID, Int, ObjectType } from "type-graphql";
import { connectionOf } from "../../../kernel/graphql/connection.type.js";
import { publishCodes } from "../../../kernel/graphql/enumeration.js";
import { AtMost } from "../../../kernel/graphql/list-caps.js";
import { DateTimeScalar, LocalDateScalar } from "../../../kernel/graphql/scalars.js";
import { ProductVersionType, ProgrammeType } from "../../catalogue/graphql.js";
import { AccountSummaryType } from "../../desk/graphql.js";
import type { PackChange } from "../diff.js";

const KINDS: Readonly<Record<PackKind, string>> = {
  PROGRAMMES: "Support programmes: term, incidents, what they cover.",
  PRODUCTS: "Products, their versions and lifecycle days.",
  TOPICS: "Categories and problems of each product family.",
  PORTALS: "Portals that take requests.",
  REGIONS: "Regions and countries with hours, holidays and time zones.",
  TEAMS: "Teams, on-call shifts and the routing table.",
  PARTNER_TENANTS: "Directories whose accounts are partners.",
  TAXES: "Taxes contained in prices.",
};
export const PackKindEnum = publishCodes<PackKind>(
  "PackKind",
  "What a pack is about.",
  Object.fromEntries(PACK_KINDS.map((kind) => [kind, KINDS[kind]])) as Record<PackKind, string>,
);

export type PackState = "IN_FORCE" | "PLANNED" | "PAST" | "HELD_BACK";
const PackStateEnum = publishCodes<PackState>("PackState", "Where a pack stands.", {
  IN_FORCE: "It holds now.",
  PLANNED: "Its day has not come.",
  PAST: "It was replaced.",
  HELD_BACK: "Its day has come, but it would orphan what is in use by now: the one before it holds.",
});

const PackChangeKindEnum = publishCodes<PackChange["op"]>("PackChangeKind", "What happened to an entry.", {
  ADDED: "It was not there before.",
  REMOVED: "It is not there any more.",
  CHANGED: "It says something else.",
  REORDERED: "The entries of a list stand in another order.",
});

@ObjectType("Pack", { description: "One version of a kind of data, loaded as a whole.", simpleResolvers: true })
export class PackType {
  @Field(() => PackKindEnum, { description: "What it is about." })
  readonly kind!: PackKind;

  @Field(() => Int, { description: "1, 2, 3, … within its kind." })
  readonly version!: number;

  @Field(() => String, { description: "SHA-256 of its file." })
  readonly digest!: string;

  @Field(() => LocalDateScalar, { description: "The day from which on it holds." })
  readonly effectiveOn!: CivilDate;

  @Field(() => DateTimeScalar, { description: "When it was loaded." })
  readonly loadedAt!: EpochMs;

  @Field(() => AccountSummaryType, {
    nullable: true,
    description: "Who loaded it; null: the reference data, or the command line.",
  })
  readonly loadedBy!: Account | null;

  @Field(() => PackStateEnum, { description: "Where it stands." })
  readonly state!: PackState;
}

export const { connection: PackConnectionType } = connectionOf("Pack", () => PackType, "packs");

@ObjectType("PackFile", { description: "The file of a pack, to the letter.", simpleResolvers: true })
export class PackFileType {
  @Field(() => PackKindEnum, { description: "What it is about." })
  readonly kind!: PackKind;

  @Field(() => Int, { description: "Its version." })
  readonly version!: number;

  @Field(() => String, { description: "Its content." })
  readonly text!: string;

  @Field(() => String, { description: "A name for the file." })
  readonly fileName!: string;

  @Field(() => String, { description: "Its media type." })
  readonly mediaType!: string;
}

@ObjectType("PackProblem", { description: "One thing wrong with a file, where it stands.", simpleResolvers: true })
export class PackProblemType {
  @Field(() => Int, { description: "Line of the file, from 1." })
  readonly line!: number;

  @Field(() => String, { description: "As `products[3].versions[0].mainstreamEnd`; empty for the file as a whole." })
  readonly path!: string;

  @Field(() => String, { description: "What is wrong, in the language of the answer." })
  readonly message!: string;
}

@ObjectType("PackChange", { description: "One difference from what would hold otherwise.", simpleResolvers: true })
export class PackChangeType {
  @Field(() => PackChangeKindEnum, { description: "What happened." })
  readonly op!: PackChange["op"];

  @Field(() => String, { description: "To what, as `windows-server.versions.windows-server-2022.mainstreamEnd`." })
  readonly path!: string;

  @Field(() => String, { nullable: true, description: "What stood there, as JSON; cut where it is long." })
  readonly before!: string | null;

  @Field(() => String, { nullable: true, description: "What stands there now, as JSON; cut where it is long." })
  readonly after!: string | null;
}

@ObjectType("ChangedPlan", {
  description: "A plan that can be used for other versions than before, at some time of its term.",
  simpleResolvers: true,
})
export class ChangedPlanType {
  @Field(() => ID, { description: "Id of the agreement or purchased pack." })
  readonly planId?: string;

  @Field(() => ProgrammeType, { description: "What grants it, as it is now." })
  readonly programme!: Programme;

  @Field(() => LocalDateScalar, { description: "Its last day." })
  readonly endsOn!: CivilDate;

  @Field(() => DateTimeScalar, { description: "The first instant at which a decision is another." })
  readonly from!: EpochMs;

  @Field(() => Int, { description: "How many versions it loses." })
  readonly lostCount!: number;

  @Field(() => Int, { description: "How many versions it gains." })
  readonly gainedCount!: number;

  @AtMost(5)
  @Field(() => [ProductVersionType], { description: "Versions it loses, at most five." })
  readonly lost!: readonly ProductVersion[];

  @AtMost(5)
  @Field(() => [ProductVersionType], { description: "Versions it gains, at most five." })
  readonly gained!: readonly ProductVersion[];
}

@ObjectType("ChangedDraft", {
  description: "An open draft that would be answered otherwise if it was submitted. What was typed is not shown.",
  simpleResolvers: true,
})
export class ChangedDraftType {
  @Field(() => ID, { description: "Id of the draft." })
  readonly draftId?: string;

  @Field(() => AccountSummaryType, { nullable: true, description: "Whose it is." })
  readonly account!: Account | null;

  @Field(() => ProductVersionType, { nullable: true, description: "What it is about." })
  readonly productVersion!: ProductVersion | null;

  @AtMost(50)
  @Field(() => [String], { description: "What would be refused now." })
  readonly before!: readonly string[];

  @AtMost(50)
  @Field(() => [String], { description: "What would be refused then." })
  readonly after!: readonly string[];
}

export const { connection: PackChangeConnectionType } = connectionOf("PackChange", () => PackChangeType, "changes");
export const { connection: ChangedPlanConnectionType } = connectionOf("ChangedPlan", () => ChangedPlanType, "plans");
export const { connection: ChangedDraftConnectionType } = connectionOf(
  "ChangedDraft",
  () => ChangedDraftType,
  "drafts",
);

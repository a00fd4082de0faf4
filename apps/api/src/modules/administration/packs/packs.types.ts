/** Inputs, payloads and the preview of loading packs (F57, F58). */
import type { CivilDate, PackKind, PackProblem } from "@accord/domain";
import { Args, Field, ID, InputType, ObjectType } from "type-graphql";
import { leaveToReader } from "../../../kernel/graphql/field-map.js";
import { KEY } from "../../../kernel/graphql/key-argument.js";
import { AtMost } from "../../../kernel/graphql/list-caps.js";
import type { RowConnection } from "../../../kernel/graphql/page.js";
import { PageArgs } from "../../../kernel/graphql/page-arguments.js";
import { LocalDateScalar } from "../../../kernel/graphql/scalars.js";
import { MutationPayload } from "../../../kernel/graphql/user-error.type.js";
import {
  ChangedDraftConnectionType,
  ChangedPlanConnectionType,
  PackChangeConnectionType,
  PackKindEnum,
  PackProblemType,
  PackType,
} from "../../packs/graphql.js";
import type { PackPreview } from "./create-pack-preview.js";
import type { ListedPack } from "./list-packs.js";

@InputType("CreatePackPreviewInput", { description: "A file to look at; nothing is loaded." })
export class CreatePackPreviewInput {
  @Field(() => PackKindEnum, { description: "What it is about." })
  readonly kind!: PackKind;

  @Field(() => String, { nullable: true, description: "Its content; or `uploadId`." })
  readonly text?: string | null;

  @Field(() => ID, { nullable: true, description: "A file larger than a request may be, sent to /admin/packs." })
  readonly uploadId?: string | null;

  @Field(() => LocalDateScalar, { nullable: true, description: "The day from which on it shall hold; today if none." })
  readonly effectiveOn?: CivilDate | null;
}

@InputType("UpdatePackInput", { description: "A file that was looked at, to be loaded." })
export class UpdatePackInput extends CreatePackPreviewInput {
  @Field(() => String, { description: "What the preview told; another file, day or pack since is refused." })
  readonly digest!: string;

  @Field(() => ID, KEY)
  readonly idempotencyKey?: string | null;
}

@ObjectType("PackPreview", { description: "What loading a file would do.", simpleResolvers: true })
export class PackPreviewType {
  @Field(() => PackKindEnum, { description: "What it is about." })
  readonly kind!: PackKind;

  @Field(() => LocalDateScalar, { nullable: true, description: "The day from which on it would hold." })
  readonly effectiveOn!: CivilDate | null;

  @Field(() => String, { nullable: true, description: "To be given to `updatePack`; null: there are problems." })
  readonly digest!: string | null;

  @Field(() => Boolean, { description: "Whether it says to the letter what would hold anyway." })
  readonly isUnchanged!: boolean;

  @AtMost(100)
  @Field(() => [PackProblemType], { description: "What is wrong with it, by line; at most 100." })
  readonly problems!: readonly PackProblem[];

  @Field(() => PackChangeConnectionType, { description: "What differs." })
  changes(@Args(() => PageArgs) _page: PageArgs): RowConnection<PackPreview["changes"][number]> {
    return leaveToReader();
  }

  @Field(() => ChangedPlanConnectionType, { description: "Agreements and purchased packs whose outcome changes." })
  plans(@Args(() => PageArgs) _page: PageArgs): RowConnection<PackPreview["plans"][number]> {
    return leaveToReader();
  }

  @Field(() => ChangedDraftConnectionType, { description: "Open drafts whose outcome changes." })
  drafts(@Args(() => PageArgs) _page: PageArgs): RowConnection<PackPreview["drafts"][number]> {
    return leaveToReader();
  }
}

@ObjectType("CreatePackPreviewPayload", { description: "What looking at a file leads to.", simpleResolvers: true })
export class CreatePackPreviewPayload extends MutationPayload {
  @Field(() => PackPreviewType, { nullable: true, description: "What loading it would do." })
  readonly preview!: PackPreview | null;
}

@ObjectType("UpdatePackPayload", { description: "What loading a file leads to.", simpleResolvers: true })
export class UpdatePackPayload extends MutationPayload {
  @Field(() => PackType, { nullable: true, description: "The pack." })
  readonly pack!: ListedPack | null;
}

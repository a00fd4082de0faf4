/** Imports of agreements, with a report on each row (F56, F77). */
import type { Account, CivilDate, EpochMs } from "@accord/domain";
import { Arg, Args, Field, ID, Int, ObjectType } from "type-graphql";
import { connectionOf } from "../../../kernel/graphql/connection.type.js";
import { publishCodes } from "../../../kernel/graphql/enumeration.js";
import { leaveToReader } from "../../../kernel/graphql/field-map.js";
import { NodeType } from "../../../kernel/graphql/node.type.js";
import type { RowConnection } from "../../../kernel/graphql/page.js";
import { PageArgs } from "../../../kernel/graphql/page-arguments.js";
import { DateTimeScalar, LocalDateScalar, UrlScalar } from "../../../kernel/graphql/scalars.js";
import { AccountSummaryType } from "../../desk/graphql.js";
import type { ImportOutcome, ImportState, ReportedRow } from "../storage/agreement-import-row.js";

const ImportStateEnum = publishCodes<ImportState | "PAUSED">("ImportState", "Where an import stands.", {
  CHECKING: "Its rows are being judged.",
  CHECKED: "Its rows are judged; nothing was taken yet.",
  LOADING: "Its accepted rows are being made agreements, all or none; none is in force yet.",
  PAUSED: "It was interrupted while it was loaded; nothing of it is in force, and it can go on or be dropped.",
  LOADED: "They are agreements.",
  CANCELLED: "It was stopped; nothing of it is left.",
  INTERRUPTED: "It did not come to an end; nothing of it is left.",
});

export const ImportOutcomeEnum = publishCodes<ImportOutcome>("ImportOutcome", "What becomes of a row.", {
  ACCEPTED: "It can become an agreement.",
  ADDED: "It became an agreement.",
  EXISTS: "There is an agreement with these IDs already.",
  REJECTED: "It cannot become one.",
});

@ObjectType("ImportRow", { description: "What an import says of one row.", simpleResolvers: true })
export class ImportRowType {
  @Field(() => Int, { description: "Line of the file or row of the sheet; place in the list for JSON." })
  readonly line!: number;

  @Field(() => ImportOutcomeEnum, { description: "What becomes of it." })
  readonly outcome!: ImportOutcome;

  @Field(() => String, { nullable: true, description: "Why it was rejected, in the language of the answer." })
  readonly message!: string | null;

  @Field(() => ID, { nullable: true, description: "Id of the plan that it is." })
  readonly planId!: string | null;

  @Field(() => String, { nullable: true, description: "Slug of the programme." })
  readonly programmeId!: string | null;

  @Field(() => LocalDateScalar, { nullable: true, description: "First day." })
  readonly startsOn!: CivilDate | null;

  @Field(() => LocalDateScalar, { nullable: true, description: "Last day, inclusive." })
  readonly endsOn!: CivilDate | null;

  @Field(() => Int, { nullable: true, description: "Incidents; null: unlimited, or not accepted." })
  readonly incidents!: number | null;

  @Field(() => String, { nullable: true, description: "Address or name of the recipient." })
  readonly recipient!: string | null;
}

export const { connection: ImportRowConnectionType } = connectionOf("ImportRow", () => ImportRowType, "rows");

@ObjectType("AgreementImport", {
  description: "An import of agreements from a file.",
  implements: NodeType,
  simpleResolvers: true,
})
export class AgreementImportType extends NodeType {
  @Field(() => String, { description: "Name of the file." })
  readonly fileName!: string;

  @Field(() => ImportStateEnum, { description: "Where it stands." })
  readonly state!: ImportState | "PAUSED";

  @Field(() => AccountSummaryType, { nullable: true, description: "Who began it; null: the command line." })
  readonly createdBy!: Account | null;

  @Field(() => DateTimeScalar, { description: "When it began." })
  readonly createdAt!: EpochMs;

  @Field(() => DateTimeScalar, { nullable: true, description: "When it ended." })
  readonly finishedAt!: EpochMs | null;

  @Field(() => String, {
    nullable: true,
    description:
      "How the file was understood, in the language of the answer: separator, assumed encoding, columns left out.",
  })
  readonly reading!: string | null;

  @Field(() => Int, { description: "Rows of the file." })
  readonly total!: number;

  @Field(() => Int, { description: "Rows done of the step it is in." })
  readonly done!: number;

  @Field(() => Int, { description: "Rows that can become, or became, agreements." })
  readonly accepted!: number;

  @Field(() => Int, { description: "Rows whose agreement is there already." })
  readonly existing!: number;

  @Field(() => Int, { description: "Rows that were rejected." })
  readonly rejected!: number;

  @Field(() => UrlScalar, { description: "Address of the rejected rows as a CSV file, with the reasons." })
  readonly rejectedUrl!: string;

  @Field(() => ImportRowConnectionType, { description: "The report, by line." })
  rows(
    @Arg("outcome", () => ImportOutcomeEnum, { nullable: true, description: "Only these." })
    _outcome: ImportOutcome | null,
    @Args(() => PageArgs) _page: PageArgs,
  ): RowConnection<ReportedRow> {
    return leaveToReader();
  }
}

export const { connection: AgreementImportConnectionType } = connectionOf(
  "AgreementImport",
  () => AgreementImportType,
  "imports",
);

/** The audit record, page by page, and whether it is whole: for staff (F82, P-5). */
import type { AuditAction, AuditArea, EpochMs } from "@accord/domain";
import { Arg, Args, Ctx, Field, ID, InputType, Query, Resolver } from "type-graphql";
import { auditStore, type ListedAuditRow } from "../../../kernel/audit/audit.store.js";
import type { RequestContext } from "../../../kernel/graphql/context.js";
import { connectionOfPage, pageRequestOf, type RowConnection } from "../../../kernel/graphql/page.js";
import { PageArgs } from "../../../kernel/graphql/page-arguments.js";
import { DateTimeScalar } from "../../../kernel/graphql/scalars.js";
import { AuditActionEnum, AuditAreaEnum, AuditEntryConnectionType, AuditStateType } from "../types/audit.type.js";
import { auditStateOf } from "./audit-state.js";

@InputType("AuditFilter", { description: "Which audit entries; all of it must hold." })
export class AuditFilterInput {
  @Field(() => AuditActionEnum, { nullable: true, description: "What was done." })
  readonly action?: AuditAction | null;

  @Field(() => AuditAreaEnum, { nullable: true, description: "What it was about." })
  readonly area?: AuditArea | null;

  @Field(() => ID, { nullable: true, description: "Account that did it." })
  readonly actorId?: string | null;

  @Field(() => ID, { nullable: true, description: "What it was done to." })
  readonly objectId?: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: "From this instant on." })
  readonly from?: EpochMs | null;

  @Field(() => DateTimeScalar, { nullable: true, description: "Before this instant." })
  readonly to?: EpochMs | null;
}

@Resolver()
export class AuditResolver {
  @Query(() => AuditEntryConnectionType, {
    description: "The audit record, newest first. Staff with the right READ_AUDIT.",
  })
  async auditEntries(
    @Arg("filter", () => AuditFilterInput, { nullable: true, description: "Which entries." })
    filter: AuditFilterInput | null,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() context: RequestContext,
  ): Promise<RowConnection<ListedAuditRow>> {
    const audit = context.db.read.of(auditStore);
    const rows = await audit.page(filter ?? {}, pageRequestOf(page));
    return connectionOfPage(rows, page, () => audit.count(filter ?? {}));
  }

  @Query(() => AuditStateType, { description: "Whether the audit record is whole. Staff with the right READ_AUDIT." })
  auditState(@Ctx() context: RequestContext): Promise<AuditStateType> {
    return auditStateOf(context);
  }
}

/** The product's tables as entity classes, the way a project on TypeORM writes them by default. */
import { Column, Entity, JoinColumn, ManyToOne, OneToMany, PrimaryColumn } from "typeorm";

const number = { to: (value: unknown) => value, from: (value: unknown) => (value === null ? null : Number(value)) };

@Entity("account")
export class AccountEntity {
  @PrimaryColumn({ type: "text" }) id!: string;
  @Column({ type: "text", name: "given_name" }) givenName!: string;
  @Column({ type: "text", name: "family_name" }) familyName!: string;
  @Column({ type: "text" }) email!: string;
}

@Entity("plan")
export class PlanEntity {
  @PrimaryColumn({ type: "text" }) id!: string;
  @Column({ type: "text", name: "programme_id" }) programmeId!: string;
  @Column({ type: "text", name: "starts_on" }) startsOn!: string;
  @Column({ type: "text", name: "ends_on" }) endsOn!: string;
  @Column({ type: "text", name: "time_zone" }) timeZone!: string;
  @Column({ type: "bigint", name: "starts_at", transformer: number }) startsAt!: number;
  @Column({ type: "bigint", name: "ends_at", transformer: number }) endsAt!: number;
  @Column({ type: "bigint", name: "revoked_at", nullable: true, transformer: number }) revokedAt!: number | null;
  @Column({ type: "integer", nullable: true }) granted!: number | null;
  @Column({ type: "integer", nullable: true }) remaining!: number | null;
}

@Entity("registration")
export class RegistrationEntity {
  @PrimaryColumn({ type: "text", name: "account_id" }) accountId!: string;
  @PrimaryColumn({ type: "text", name: "plan_id" }) planId!: string;
  @Column({ type: "bigint", transformer: number }) at!: number;
  @ManyToOne(() => PlanEntity) @JoinColumn({ name: "plan_id" }) plan!: PlanEntity;
}

@Entity("support_request")
export class SupportRequestEntity {
  @PrimaryColumn({ type: "text" }) id!: string;
  @Column({ type: "text" }) number!: string;
  @Column({ type: "text" }) title!: string;
  @Column({ type: "text" }) description!: string;
  @Column({ type: "text", name: "search_text" }) searchText!: string;
  @Column({ type: "text", name: "product_version_id" }) productVersionId!: string;
  @Column({ type: "text", name: "category_id" }) categoryId!: string;
  @Column({ type: "text", name: "problem_id" }) problemId!: string;
  @Column({ type: "varchar" }) severity!: string;
  @Column({ type: "integer", name: "support_24x7" }) support24x7!: number;
  @Column({ type: "text" }) country!: string;
  @Column({ type: "text", name: "time_zone" }) timeZone!: string;
  @Column({ type: "varchar" }) status!: string;
  @Column({ type: "integer", name: "is_open" }) isOpen!: number;
  @Column({ type: "varchar", name: "closed_reason", nullable: true }) closedReason!: string | null;
  @Column({ type: "text", name: "plan_id", nullable: true }) planId!: string | null;
  @Column({ type: "text", name: "submitter_id" }) submitterId!: string;
  @Column({ type: "text", name: "engineer_id", nullable: true }) engineerId!: string | null;
  @Column({ type: "bigint", name: "created_at", transformer: number }) createdAt!: number;
  @Column({ type: "bigint", name: "consumed_at", nullable: true, transformer: number }) consumedAt!: number | null;
  @Column({ type: "bigint", name: "updated_at", transformer: number }) updatedAt!: number;
  @Column({ type: "bigint", name: "closed_at", nullable: true, transformer: number }) closedAt!: number | null;
  @Column({ type: "bigint", name: "first_response_due_at", transformer: number }) firstResponseDueAt!: number;
  @Column({ type: "bigint", name: "last_communication_at", nullable: true, transformer: number }) lastCommunicationAt!:
    | number
    | null;
  @ManyToOne(() => PlanEntity) @JoinColumn({ name: "plan_id" }) plan!: PlanEntity | null;
  @ManyToOne(() => AccountEntity) @JoinColumn({ name: "engineer_id" }) engineer!: AccountEntity | null;
  @OneToMany(
    () => RequestContactEntity,
    (contact) => contact.request,
  )
  contacts!: RequestContactEntity[];
}

@Entity("request_contact")
export class RequestContactEntity {
  @PrimaryColumn({ type: "text" }) id!: string;
  @Column({ type: "text", name: "request_id" }) requestId!: string;
  @Column({ type: "varchar" }) role!: string;
  @Column({ type: "text", name: "account_id", nullable: true }) accountId!: string | null;
  @Column({ type: "text", name: "given_name" }) givenName!: string;
  @Column({ type: "text", name: "family_name" }) familyName!: string;
  @Column({ type: "text" }) email!: string;
  @Column({ type: "text", nullable: true }) phone!: string | null;
  @Column({ type: "text", name: "preferred_contact_method" }) preferredContactMethod!: string;
  @Column({ type: "bigint", name: "removed_at", nullable: true, transformer: number }) removedAt!: number | null;
  @ManyToOne(
    () => SupportRequestEntity,
    (request) => request.contacts,
  )
  @JoinColumn({ name: "request_id" })
  request!: SupportRequestEntity;
}

@Entity("timeline_entry")
export class TimelineEntryEntity {
  @PrimaryColumn({ type: "text" }) id!: string;
  @Column({ type: "text", name: "request_id" }) requestId!: string;
  @Column({ type: "varchar" }) kind!: string;
  @Column({ type: "text", name: "actor_id", nullable: true }) actorId!: string | null;
  @Column({ type: "integer", name: "is_from_support" }) isFromSupport!: number;
  @Column({ type: "integer", name: "is_internal" }) isInternal!: number;
  @Column({ type: "text", nullable: true }) text!: string | null;
  @Column({ type: "text", nullable: true }) status!: string | null;
  @Column({ type: "bigint", transformer: number }) at!: number;
  @ManyToOne(() => AccountEntity) @JoinColumn({ name: "actor_id" }) actor!: AccountEntity | null;
}

@Entity("entitlement_ledger")
export class LedgerEntity {
  @PrimaryColumn({ type: "text" }) id!: string;
  @Column({ type: "text", name: "plan_id" }) planId!: string;
  @Column({ type: "integer" }) seq!: number;
  @Column({ type: "varchar" }) kind!: string;
  @Column({ type: "integer" }) incidents!: number;
  @Column({ type: "integer", name: "balance_after", nullable: true }) balanceAfter!: number | null;
  @Column({ type: "text", name: "request_id", nullable: true }) requestId!: string | null;
  @Column({ type: "text", name: "actor_id", nullable: true }) actorId!: string | null;
  @Column({ type: "bigint", transformer: number }) at!: number;
}

@Entity("outbox")
export class OutboxEntity {
  @PrimaryColumn({ type: "text" }) id!: string;
  @Column({ type: "text", name: "dedupe_key" }) dedupeKey!: string;
  @Column({ type: "text" }) kind!: string;
  @Column({ type: "text" }) payload!: string;
  @Column({ type: "bigint", name: "available_at", transformer: number }) availableAt!: number;
  @Column({ type: "integer" }) attempts!: number;
}

@Entity("idempotency")
export class IdempotencyEntity {
  @PrimaryColumn({ type: "text", name: "principal_id" }) principalId!: string;
  @PrimaryColumn({ type: "text" }) operation!: string;
  @PrimaryColumn({ type: "text" }) key!: string;
  @Column({ type: "text" }) fingerprint!: string;
  @Column({ type: "text", nullable: true }) reply!: string | null;
  @Column({ type: "bigint", transformer: number }) at!: number;
}

export const ENTITIES = [
  AccountEntity,
  PlanEntity,
  RegistrationEntity,
  SupportRequestEntity,
  RequestContactEntity,
  TimelineEntryEntity,
  LedgerEntity,
  OutboxEntity,
  IdempotencyEntity,
];

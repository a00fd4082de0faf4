/** Contacts whom mail does not reach (E24). */
import type { EpochMs, RequestContact } from "@accord/domain";
import { Field, ObjectType } from "type-graphql";
import { publishCodes } from "../../../kernel/graphql/enumeration.js";
import { DateTimeScalar } from "../../../kernel/graphql/scalars.js";
import type { MailTroubleReason } from "../storage/mail-trouble.store.js";
import { ContactType } from "./contact.type.js";

export const MailTroubleReasonEnum = publishCodes<MailTroubleReason>(
  "MailTroubleReason",
  "Why mail does not reach a contact.",
  { REFUSED: "The mail server refused the address.", BOUNCED: "The mail came back." },
);

@ObjectType("MailTrouble", { description: "A contact whom mail does not reach.", simpleResolvers: true })
export class MailTroubleType {
  @Field(() => ContactType, { description: "The contact." })
  readonly contact!: RequestContact;

  @Field(() => MailTroubleReasonEnum, { description: "Why." })
  readonly reason!: MailTroubleReason;

  @Field(() => DateTimeScalar, { description: "Since when it is known." })
  readonly at!: EpochMs;
}

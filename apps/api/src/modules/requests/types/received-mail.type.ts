/** What is known of an entry that came in by mail (F50). */
import type { AutomaticReply, LeftOutFile, LeftOutReason, MailProblem } from "@accord/domain";
import { Field, ObjectType } from "type-graphql";
import { publishCodes } from "../../../kernel/graphql/enumeration.js";
import { AtMost } from "../../../kernel/graphql/list-caps.js";
import { EmailAddressScalar } from "../../../kernel/graphql/scalars.js";
import { AttachmentType } from "../../files/graphql.js";

const AutomaticReplyEnum = publishCodes<AutomaticReply>("AutomaticReply", "What a program said by mail.", {
  VACATION: "Somebody is away.",
  READ_RECEIPT: "A mail was read.",
  CALENDAR_ACCEPTED: "An appointment was accepted.",
  CALENDAR_DECLINED: "An appointment was declined.",
  CALENDAR_TENTATIVE: "An appointment was accepted with reservation.",
  CALENDAR_ANSWERED: "An appointment was answered.",
  REACTION: "Somebody reacted with a sign.",
  DELIVERY_REPORT: "A mail server reported on a mail.",
  OTHER: "Another automatic answer.",
});

const MailProblemEnum = publishCodes<MailProblem>("MailProblem", "Why the text of a mail may not be all of it.", {
  UNREADABLE: "Nothing of it could be read.",
  PARTLY_READABLE: "It was damaged, or named no known character set; some of it is a guess or missing.",
  TOO_LONG: "It is longer than what is shown.",
  EMPTY: "It holds no words of its own.",
});

const LeftOutReasonEnum = publishCodes<LeftOutReason>("LeftOutReason", "Why a file of a mail was not taken.", {
  TOO_LARGE: "It is above the limit of a file, or of all files of the request.",
  TOO_MANY: "The request holds as many files as it may.",
  TYPE: "It is not what it says it is.",
  EMPTY: "It is empty.",
});

@ObjectType("LeftOutFile", { description: "A file of a mail that was not taken.", simpleResolvers: true })
export class LeftOutFileType implements LeftOutFile {
  @Field(() => String, { description: "Its name." })
  readonly name!: string;

  @Field(() => LeftOutReasonEnum, { description: "Why." })
  readonly reason!: LeftOutReason;
}

@ObjectType("ReceivedMail", { description: "What is known of the mail an entry came in by.", simpleResolvers: true })
export class ReceivedMailType {
  @Field(() => EmailAddressScalar, {
    nullable: true,
    description: "Address it says it is from, where that is not the contact's own.",
  })
  readonly sender!: string | null;

  @Field(() => AutomaticReplyEnum, { nullable: true, description: "What a program said; null for a person's mail." })
  readonly automatic!: AutomaticReply | null;

  @Field(() => MailProblemEnum, { nullable: true, description: "Why the text may not be all of it." })
  readonly problem!: MailProblem | null;

  @Field(() => AttachmentType, { nullable: true, description: "The mail as it came, where it was kept." })
  readonly raw?: AttachmentType | null;

  @AtMost(500)
  @Field(() => [LeftOutFileType], { description: "Files that were not taken; they are in the mail as it came." })
  readonly leftOut!: readonly LeftOutFile[];
}

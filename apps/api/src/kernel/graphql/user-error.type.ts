/** A rule's "no" as data: one interface, implementers with typed extras (F12). */
import { REFUSALS, type RefusalCode } from "@accord/domain";
import { Field, InterfaceType, ObjectType } from "type-graphql";
import { publishCodes, summariesOf } from "./enumeration.js";
import { AtMost } from "./list-caps.js";

/** Which implementer a refusal is told by. */
export type UserErrorKind =
  | "InputError"
  | "PlanUnavailableError"
  | "AgreementAlreadyRegisteredError"
  | "OtherPortalError"
  | "PaymentDeclinedError";

export interface UserError {
  readonly kind: UserErrorKind;
  readonly code: RefusalCode;
  readonly message: string;
  readonly path: readonly string[] | null;
  readonly remedy: string;
}

export const typeOfUserError = (value: { readonly kind: UserErrorKind }): UserErrorKind => value.kind;

export const UserErrorCodeEnum = publishCodes<RefusalCode>(
  "UserErrorCode",
  "Why a rule refused a command. More may be added: show `message` for a code you do not know.",
  summariesOf(REFUSALS),
);

@InterfaceType("UserError", {
  description: "Why a rule refused a command, and what to do.",
  resolveType: typeOfUserError,
})
export abstract class UserErrorType {
  @Field(() => UserErrorCodeEnum, { description: "The refusal; never changes its meaning." })
  readonly code!: RefusalCode;

  @Field(() => String, { description: "The refusal as a sentence, in the language of the answer." })
  readonly message!: string;

  @AtMost(20)
  @Field(() => [String], {
    nullable: true,
    description: "Path of the input field it is about; null: the command as a whole.",
  })
  readonly path!: readonly string[] | null;

  @Field(() => String, { description: "What to do now, in the language of the answer." })
  readonly remedy!: string;
}

/** What every mutation answers: its own fields, null where it was refused, and why it was. */
@ObjectType({ simpleResolvers: true })
export abstract class MutationPayload {
  @AtMost(1000)
  @Field(() => [UserErrorType], { description: "Why it was refused; empty when it was not." })
  readonly userErrors!: readonly UserError[];
}

@ObjectType("InputError", {
  description: "A refusal without further data.",
  implements: UserErrorType,
  simpleResolvers: true,
})
export class InputErrorType extends UserErrorType {}

/** A rule's "no" as data: one interface, implementers with typed extras (F12). */
import type { Portal, RefusalCode, SupportPlan } from "@accord/domain";
import { Field, InterfaceType, ObjectType } from "type-graphql";
import { PortalType } from "./portal.type.js";
import { UserErrorCodeEnum } from "./request-enums.type.js";
import { SupportPlanType } from "./support-plan.type.js";
import { UnavailabilityReasonType } from "./unavailability.type.js";

/** Which implementer a refusal is told by. */
export type UserErrorKind =
  | "InputError"
  | "PlanUnavailableError"
  | "AgreementAlreadyRegisteredError"
  | "OtherPortalError"
  | "PaymentDeclinedError";

export const typeOfUserError = (value: { readonly kind: UserErrorKind }): UserErrorKind => value.kind;

@InterfaceType("UserError", {
  description: "Why a rule refused a command, and what to do.",
  resolveType: typeOfUserError,
})
export abstract class UserErrorType {
  @Field(() => UserErrorCodeEnum, { description: "The refusal; never changes its meaning." })
  readonly code!: RefusalCode;

  @Field(() => String, { description: "The refusal as a sentence, in the language of the answer." })
  readonly message!: string;

  @Field(() => [String], {
    nullable: true,
    description: "Path of the input field it is about; null: the command as a whole.",
  })
  readonly path!: readonly string[] | null;

  @Field(() => String, { description: "What to do now, in the language of the answer." })
  readonly remedy!: string;
}

@ObjectType("InputError", {
  description: "A refusal without further data.",
  implements: UserErrorType,
  simpleResolvers: true,
})
export class InputErrorType extends UserErrorType {}

@ObjectType("PlanUnavailableError", {
  description: "The plan cannot be used.",
  implements: UserErrorType,
  simpleResolvers: true,
})
export class PlanUnavailableErrorType extends UserErrorType {
  @Field(() => SupportPlanType, { description: "The plan." })
  readonly plan!: SupportPlan;

  @Field(() => [UnavailabilityReasonType], { description: "Every reason, in the contract's order." })
  readonly reasons!: readonly UnavailabilityReasonType[];
}

@ObjectType("AgreementAlreadyRegisteredError", {
  description: "This account has registered the agreement before.",
  implements: UserErrorType,
  simpleResolvers: true,
})
export class AgreementAlreadyRegisteredErrorType extends UserErrorType {
  @Field(() => SupportPlanType, { description: "The plan of the agreement." })
  readonly plan!: SupportPlan;
}

@ObjectType("OtherPortalError", {
  description: "Requests for this product are opened in another portal.",
  implements: UserErrorType,
  simpleResolvers: true,
})
export class OtherPortalErrorType extends UserErrorType {
  @Field(() => PortalType, { description: "The portal to go to." })
  readonly portal!: Portal;
}

@ObjectType("PaymentDeclinedError", {
  description: "The payment was declined.",
  implements: UserErrorType,
  simpleResolvers: true,
})
export class PaymentDeclinedErrorType extends UserErrorType {
  @Field(() => String, { description: "The payment provider's code." })
  readonly declineCode!: string;
}

/** Reached through the interface alone: the schema must be told of them. */
export const USER_ERROR_TYPES = [
  InputErrorType,
  PlanUnavailableErrorType,
  AgreementAlreadyRegisteredErrorType,
  OtherPortalErrorType,
  PaymentDeclinedErrorType,
];

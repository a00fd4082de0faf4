import { Field, ObjectType } from "type-graphql";
import { UserErrorType } from "../../../kernel/graphql/user-error.type.js";

@ObjectType("PaymentDeclinedError", {
  description: "The payment was declined.",
  implements: UserErrorType,
  simpleResolvers: true,
})
export class PaymentDeclinedErrorType extends UserErrorType {
  @Field(() => String, { description: "The payment provider's code." })
  readonly declineCode!: string;
}

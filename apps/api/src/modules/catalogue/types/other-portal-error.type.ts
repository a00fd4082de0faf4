/** The refusal that names another portal (F12). */
import type { Portal } from "@accord/domain";
import { Field, ObjectType } from "type-graphql";
import { UserErrorType } from "../../../kernel/graphql/user-error.type.js";
import { PortalType } from "./portal.type.js";

@ObjectType("OtherPortalError", {
  description: "Requests for this product are opened in another portal.",
  implements: UserErrorType,
  simpleResolvers: true,
})
export class OtherPortalErrorType extends UserErrorType {
  @Field(() => PortalType, { description: "The portal to go to." })
  readonly portal!: Portal;
}

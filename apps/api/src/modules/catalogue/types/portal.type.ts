/** The portals that take support requests, this one among them (R25-R29). */
import type { Portal } from "@accord/domain";
import { Field, ObjectType } from "type-graphql";
import { NodeType } from "../../../kernel/graphql/node.type.js";
import { UrlScalar } from "../../../kernel/graphql/scalars.js";
import { PairNeedEnum } from "./catalogue-enums.type.js";

@ObjectType("Portal", {
  description: "A place where support requests are opened.",
  implements: NodeType,
  simpleResolvers: true,
})
export class PortalType extends NodeType implements Omit<Portal, "nameRo" | "signInRo" | "pairAlternativeRo"> {
  @Field(() => String, {
    description: "Readable name, used for nothing else later; arguments take it in place of the id.",
  })
  readonly slug?: string;

  @Field(() => String, { description: "Name, in the language of the answer." })
  readonly name!: string;

  @Field(() => Boolean, { description: "Whether it is this portal." })
  readonly isHere!: boolean;

  @Field(() => UrlScalar, { nullable: true, description: "Address of the portal, when there is one." })
  readonly url!: string | null;

  @Field(() => String, { description: "Which sign-in it asks for, in the language of the answer." })
  readonly signIn!: string;

  @Field(() => PairNeedEnum, { description: "Whether it asks for Access ID and Agreement ID." })
  readonly pairNeeded!: Portal["pairNeeded"];

  @Field(() => String, {
    nullable: true,
    description: "What can be used there instead of an agreement, in the language of the answer.",
  })
  readonly pairAlternative!: string | null;

  @Field(() => UrlScalar, { nullable: true, description: "Address of its documentation." })
  readonly docsUrl!: string | null;
}

/** Which portal takes the requests of a product family: the routing table (R20, R30). */
import type { Portal, Product } from "@accord/domain";
import { Field, ObjectType } from "type-graphql";
import { AtMost } from "../../../kernel/graphql/list-caps.js";
import { PortalType } from "./portal.type.js";
import { ProductType } from "./product.type.js";

@ObjectType("PortalRoute", {
  description: "One line of the routing table: a portal and what it takes.",
  simpleResolvers: true,
})
export class PortalRouteType {
  @Field(() => PortalType, { description: "The portal." })
  readonly portal!: Portal;

  @AtMost(500)
  @Field(() => [String], { description: "Product families it takes, by name." })
  readonly families!: readonly string[];

  @AtMost(2000)
  @Field(() => [ProductType], { description: "Products it takes." })
  readonly products!: readonly Product[];
}

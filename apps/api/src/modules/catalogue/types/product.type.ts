/** Products, their versions with lifecycle dates, categories and problems (R60, F33). */
import type {
  Category,
  CivilDate,
  Delivery,
  EndStatus,
  LifecyclePhase,
  Portal,
  Problem,
  Product,
  ProductVersion,
} from "@accord/domain";
import { Field, Int, ObjectType } from "type-graphql";
import { connectionOf } from "../../../kernel/graphql/connection.type.js";
import { AtMost } from "../../../kernel/graphql/list-caps.js";
import { NodeType } from "../../../kernel/graphql/node.type.js";
import { LocalDateScalar } from "../../../kernel/graphql/scalars.js";
import { DeliveryEnum, EndStatusEnum, LifecyclePhaseEnum } from "./catalogue-enums.type.js";
import { PortalType } from "./portal.type.js";

@ObjectType("Problem", {
  description: "A kind of problem within a category.",
  implements: NodeType,
  simpleResolvers: true,
})
export class ProblemType extends NodeType {
  @Field(() => String, {
    description: "Readable name, unique within its category; arguments take it in place of the id.",
  })
  readonly slug?: string;

  @Field(() => String, { description: "Name, in the language of the answer." })
  readonly name!: string;
}

@ObjectType("Category", {
  description: "A group of problems of a product family.",
  implements: NodeType,
  simpleResolvers: true,
})
export class CategoryType extends NodeType {
  @Field(() => String, {
    description: "Readable name, unique within its product family; arguments take it in place of the id.",
  })
  readonly slug?: string;

  @Field(() => String, { description: "Name, in the language of the answer." })
  readonly name!: string;

  @AtMost(200)
  @Field(() => [ProblemType], { description: "Problems of the category." })
  readonly problems!: readonly Problem[];
}

@ObjectType("Product", {
  description: "A product that support is given for.",
  implements: NodeType,
  simpleResolvers: true,
})
export class ProductType extends NodeType implements Omit<Product, "portalId"> {
  @Field(() => String, {
    description: "Readable name, used for nothing else later; arguments take it in place of the id.",
  })
  readonly slug?: string;

  @Field(() => String, { description: "Slug of the product family." })
  readonly family!: string;

  @Field(() => String, { description: "Name." })
  readonly name!: string;

  @Field(() => DeliveryEnum, { description: "Where it runs." })
  readonly delivery!: Delivery;

  @Field(() => PortalType, { description: "The portal that takes its requests." })
  readonly portal!: Portal;

  @AtMost(500)
  @Field(() => [ProductVersionType], { description: "Its versions, newest first." })
  readonly versions!: readonly ProductVersion[];

  @AtMost(200)
  @Field(() => [CategoryType], { description: "Categories of its family." })
  readonly categories!: readonly Category[];
}

@ObjectType("ProductVersion", {
  description: "A version of a product, with its support life.",
  implements: NodeType,
  simpleResolvers: true,
})
export class ProductVersionType extends NodeType implements Omit<ProductVersion, "productId" | "hostVersionId"> {
  @Field(() => String, {
    description: "Readable name, used for nothing else later; arguments take it in place of the id.",
  })
  readonly slug?: string;

  @Field(() => String, { description: "Name, with the product's." })
  readonly name!: string;

  @Field(() => ProductType, { description: "The product." })
  readonly product!: Product;

  @Field(() => LifecyclePhaseEnum, {
    nullable: true,
    description: "Phase of its support life now; null: it follows its host.",
  })
  readonly phase!: LifecyclePhase | null;

  @Field(() => EndStatusEnum, { description: "How its end is known." })
  readonly endStatus!: EndStatus;

  @Field(() => LocalDateScalar, { nullable: true, description: "Day it was released." })
  readonly releasedOn!: CivilDate | null;

  @Field(() => LocalDateScalar, { nullable: true, description: "Last day of mainstream support." })
  readonly mainstreamEndsOn!: CivilDate | null;

  @Field(() => LocalDateScalar, { nullable: true, description: "Last day of extended support." })
  readonly extendedEndsOn!: CivilDate | null;

  @Field(() => Int, { description: "1: the current version of its track; 2: the one before." })
  readonly rank!: number;

  @Field(() => String, { nullable: true, description: "Release track, where a product has several." })
  readonly track!: string | null;
}

export const { connection: ProductConnectionType } = connectionOf("Product", () => ProductType, "products");
export const { connection: ProductVersionConnectionType } = connectionOf(
  "ProductVersion",
  () => ProductVersionType,
  "product versions",
);

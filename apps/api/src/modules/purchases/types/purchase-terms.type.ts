/** The terms that a buyer agrees to. */
import { Field, ObjectType } from "type-graphql";
import { UrlScalar } from "../../../kernel/graphql/scalars.js";

@ObjectType("PurchaseTerms", { description: "The terms a buyer agrees to.", simpleResolvers: true })
export class PurchaseTermsType {
  @Field(() => String, { description: "Version to agree to: give it back as `consentVersion`." })
  readonly version!: string;

  @Field(() => UrlScalar, { description: "Path of the page with their text." })
  readonly url!: string;
}

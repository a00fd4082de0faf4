/** The request a change of a balance is about: declared here, read with the ledger (F19). */
import { FieldResolver, Resolver } from "type-graphql";
import { LedgerEntryType } from "../agreements/graphql.js";
import { SupportRequestType } from "./types/support-request.type.js";

@Resolver(() => LedgerEntryType)
export class LedgerRequestResolver {
  @FieldResolver(() => SupportRequestType, {
    nullable: true,
    description: "The support request, where this account may see it.",
  })
  request(): object | null {
    return null;
  }
}

/** The request a change of a balance is about: declared here, read with the ledger (F19). */
import { FieldResolver, Resolver } from "type-graphql";
import { leaveToReader } from "../../kernel/graphql/field-map.js";
import { LedgerEntryType } from "../agreements/graphql.js";
import type { RequestDetail } from "./storage/request.store.js";
import { SupportRequestType } from "./types/support-request.type.js";

@Resolver(() => LedgerEntryType)
export class LedgerRequestResolver {
  @FieldResolver(() => SupportRequestType, {
    nullable: true,
    description: "The support request, where this account may see it.",
  })
  request(): RequestDetail | null {
    return leaveToReader();
  }
}

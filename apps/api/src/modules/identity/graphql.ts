/** What identity adds to the schema, loaded with it; the face of its types. */
import type { SchemaPart } from "../../kernel/module.js";
import { accessFields } from "./access/access.fields.js";
import { AccessResolver } from "./access/access.resolver.js";
import { AccountResolver } from "./account/account.resolver.js";
import { AddressResolver } from "./account/address.resolver.js";

export const identitySchema: SchemaPart = {
  resolvers: [AccessResolver, AccountResolver, AddressResolver],
  fields: accessFields,
};

export { AccessTokenConnectionType, BrowserSessionConnectionType } from "./types/access.type.js";
export { AccountKindEnum, ContactMethodEnum, LanguageCodeEnum, StaffRoleEnum } from "./types/account-enums.type.js";
export { ViewerType } from "./types/viewer.type.js";

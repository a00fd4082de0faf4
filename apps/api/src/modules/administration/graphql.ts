/** What administration adds to the schema, loaded with it; the face of its types. */
import type { SchemaPart } from "../../kernel/module.js";
import { agreementAdminFields } from "./agreements/agreement-admin.fields.js";
import { AgreementAdminResolver } from "./agreements/agreement-admin.resolver.js";
import { auditFields } from "./audit/audit.fields.js";
import { AuditResolver } from "./audit/audit.resolver.js";
import { importFields } from "./imports/imports.fields.js";
import { ImportsResolver } from "./imports/imports.resolver.js";
import { OverviewResolver } from "./overview/overview.resolver.js";
import { packFields } from "./packs/packs.fields.js";
import { PacksResolver } from "./packs/packs.resolver.js";
import { peopleFields } from "./people/people.fields.js";
import { PeopleResolver } from "./people/people.resolver.js";

export const administrationSchema: SchemaPart = {
  resolvers: [AgreementAdminResolver, AuditResolver, ImportsResolver, OverviewResolver, PacksResolver, PeopleResolver],
  fields: [...agreementAdminFields, ...auditFields, ...importFields, ...packFields, ...peopleFields],
};

/** Directory tenants whose work accounts are partner accounts (architecture.md, glossary). */
export interface PartnerTenantReads {
  all(): Promise<ReadonlySet<string>>;
}

export interface PartnerTenantWrites extends PartnerTenantReads {
  replace(tenantIds: readonly string[]): Promise<void>;
}

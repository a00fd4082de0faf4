/** How imports and entries of the audit record are found by their ids: by staff who may list them. */
import { auditStore, type ListedAuditRow } from "../../kernel/audit/audit.store.js";
import type { RequestContext } from "../../kernel/graphql/context.js";
import { staff } from "../../kernel/graphql/root-policy.js";
import type { PolicyPart } from "../../kernel/module.js";
import { agreementImportStore } from "./storage/agreement-import.store.js";

const PLACE = /^[1-9]\d{0,8}$/;

/** The entry at a place of the chain. */
const findEntry = async ({ db }: RequestContext, place: string): Promise<ListedAuditRow | null> => {
  if (!PLACE.test(place)) return null;
  const { rows } = await db.read.of(auditStore).page({}, { first: 1, after: String(Number(place) + 1) });
  return rows.find(({ seq }) => String(seq) === place) ?? null;
};

export const administrationObjects = {
  nodes: {
    imp: {
      type: "AgreementImport",
      policy: staff("READ_AGREEMENTS"),
      find: ({ db }, id) => db.read.of(agreementImportStore).byId(id),
    },
    aud: { type: "AuditEntry", policy: staff("READ_AUDIT"), slugIn: [], find: findEntry },
  },
} satisfies PolicyPart;

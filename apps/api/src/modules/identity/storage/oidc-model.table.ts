/** Records of the embedded identity provider. */
import { defineTable, document, instant, key, orNull, text } from "../../../kernel/db/columns.js";

export const oidcModelTable = defineTable({
  name: "oidc_model",
  person: "SEPARATELY",
  columns: {
    /** e.g. `Session`, `AuthorizationCode`. */
    model: key("model", "FACT"),
    id: key("id", "SECRET"),
    payload: document<Readonly<Record<string, unknown>>>("payload", "SECRET"),
    grantId: text("grant_id", "SECRET", orNull),
    userCode: text("user_code", "SECRET", orNull),
    uid: text("uid", "SECRET", orNull),
    /** Null: never. */
    expiresAt: instant("expires_at", "FACT", orNull),
    consumedAt: instant("consumed_at", "FACT", orNull),
  },
  indices: [
    { name: "oidc_model_by_grant", columns: ["grantId"] },
    { name: "oidc_model_by_uid", columns: ["uid"] },
    { name: "oidc_model_by_user_code", columns: ["userCode"] },
    { name: "oidc_model_by_expiry", columns: ["expiresAt"] },
  ],
});

/** Records of the embedded identity provider. */
import { defineTable, document, instant, key, orNull, text } from "../../../kernel/db/columns.js";

export const oidcModelTable = defineTable({
  name: "oidc_model",
  columns: {
    /** e.g. `Session`, `AuthorizationCode`. */
    model: key("model"),
    id: key("id"),
    payload: document<Readonly<Record<string, unknown>>>("payload"),
    grantId: text("grant_id", orNull),
    userCode: text("user_code", orNull),
    uid: text("uid", orNull),
    /** Null: never. */
    expiresAt: instant("expires_at", orNull),
    consumedAt: instant("consumed_at", orNull),
  },
  indices: [
    { name: "oidc_model_by_grant", columns: ["grantId"] },
    { name: "oidc_model_by_uid", columns: ["uid"] },
    { name: "oidc_model_by_user_code", columns: ["userCode"] },
    { name: "oidc_model_by_expiry", columns: ["expiresAt"] },
  ],
});

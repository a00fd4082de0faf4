/** Records of the embedded identity provider. */
import type { EpochMs } from "@accord/domain";
import { EntitySchema } from "typeorm";
import { document, instant, key, orNull, text } from "../../../kernel/db/columns.js";

export interface OidcModelRow {
  readonly model: string;
  readonly id: string;
  readonly payload: Readonly<Record<string, unknown>>;
  readonly grantId: string | null;
  readonly userCode: string | null;
  readonly uid: string | null;
  readonly expiresAt: EpochMs | null;
  readonly consumedAt: EpochMs | null;
}

export const oidcModelTable = new EntitySchema<OidcModelRow>({
  name: "oidc_model",
  columns: {
    model: key("model"),
    id: key("id"),
    payload: document("payload"),
    grantId: text("grant_id", orNull),
    userCode: text("user_code", orNull),
    uid: text("uid", orNull),
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

/** W3 by hand: one unit of eight row writes and a guarded balance, one commit (synced) for each request. */
import { createHash, randomBytes } from "node:crypto";
import { judgeEntitlement } from "@accord/domain";
import type { MemoryCatalogue } from "./catalogue.js";
import { needOf, PLANS_OF_ACCOUNT, planOf } from "./plans.js";
import type { Sqlite } from "./sqlite.js";

export interface CreateInput {
  readonly idempotencyKey: string;
  readonly productVersionId: string;
  readonly categoryId: string;
  readonly problemId: string;
  readonly title: string;
  readonly description: string;
  readonly planId: string;
  readonly severity: string;
  readonly country: string;
  readonly timeZone: string;
  readonly primaryContact: { readonly givenName: string; readonly familyName: string; readonly email: string };
}

const id = (prefix: string): string =>
  `${prefix}_01${Date.now().toString(32).padStart(10, "0")}${randomBytes(7).toString("hex")}`;

/** Runs units one after the other on the one writer: the connection can hold only one transaction. */
export class Writer {
  readonly #db: Sqlite;
  readonly #catalogue: MemoryCatalogue;
  #tail: Promise<unknown> = Promise.resolve();

  constructor(db: Sqlite, catalogue: MemoryCatalogue) {
    this.#db = db;
    this.#catalogue = catalogue;
  }

  /** Creates the request; null when the plan cannot be used or the key was used before. */
  createRequest(accountId: string, input: CreateInput) {
    const unit = this.#tail.then(async () => {
      await this.#db.run("BEGIN IMMEDIATE");
      try {
        const created = await this.#write(accountId, input);
        await this.#db.run(created === null ? "ROLLBACK" : "COMMIT");
        return created;
      } catch (error) {
        await this.#db.run("ROLLBACK");
        throw error;
      }
    });
    this.#tail = unit.catch(() => undefined);
    return unit;
  }

  async #write(accountId: string, input: CreateInput) {
    const db = this.#db;
    const now = Date.now();
    const digest = createHash("sha256").update(JSON.stringify(input)).digest("base64url");
    const isNew = await db.run(
      "INSERT INTO idempotency(principal_id, operation, key, fingerprint, at) VALUES (?, 'createRequest', ?, ?, ?) ON CONFLICT DO NOTHING",
      accountId,
      input.idempotencyKey,
      digest,
      now,
    );
    const need = needOf(this.#catalogue, input.productVersionId, now);
    const rows = await db.all(PLANS_OF_ACCOUNT, accountId);
    const row = rows.find((one) => one.id === input.planId);
    const isJudgedUsable =
      row !== undefined && judgeEntitlement(planOf(this.#catalogue, row), need).unavailableBecause.length === 0;
    if (isNew === 0 || !isJudgedUsable) return null;
    const isConsumed = await db.run(
      `UPDATE plan SET remaining = remaining - 1 WHERE id = ?1 AND (remaining IS NULL OR remaining >= 1) AND starts_at <= ?2 AND ends_at > ?2
       AND revoked_at IS NULL AND EXISTS (SELECT 1 FROM registration WHERE account_id = ?3 AND plan_id = ?1)`,
      input.planId,
      now,
      accountId,
    );
    if (isConsumed === 0) return null;
    const request = id("req");
    const number = `26${String(now).padStart(14, "0").slice(-8)}${String(randomBytes(4).readUInt32BE() % 1_000_000).padStart(6, "0")}`;
    const due = now + 8 * 3_600_000;
    await db.run(
      `INSERT INTO support_request(id, number, title, description, search_text, product_version_id, category_id, problem_id, severity, support_24x7, country,
       time_zone, status, is_open, plan_id, submitter_id, created_at, consumed_at, updated_at, first_response_due_at)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 0, ?, ?, 'NEW', 1, ?, ?, ?, ?, ?, ?)`,
      request,
      number,
      input.title,
      input.description,
      `${number} ${input.title.toLowerCase()}`,
      input.productVersionId,
      input.categoryId,
      input.problemId,
      input.severity,
      input.country,
      input.timeZone,
      input.planId,
      accountId,
      now,
      now,
      now,
      due,
    );
    const { givenName, familyName, email } = input.primaryContact;
    await db.run(
      `INSERT INTO request_contact(id, request_id, role, account_id, given_name, family_name, email, preferred_contact_method)
       VALUES (?, ?, 'PRIMARY', ?, ?, ?, ?, 'EMAIL')`,
      id("con"),
      request,
      accountId,
      givenName,
      familyName,
      email,
    );
    await db.run(
      "INSERT INTO timeline_entry(id, request_id, kind, actor_id, is_from_support, is_internal, at) VALUES (?, ?, 'SUBMITTED', ?, 0, 0, ?)",
      id("evt"),
      request,
      accountId,
      now,
    );
    await db.run(
      `INSERT INTO entitlement_ledger(id, plan_id, seq, kind, incidents, balance_after, request_id, actor_id, at)
       SELECT ?1, ?2, (SELECT max(seq) + 1 FROM entitlement_ledger WHERE plan_id = ?2), 'CONSUME', -1, remaining, ?3, ?4, ?5 FROM plan WHERE id = ?2`,
      id("led"),
      input.planId,
      request,
      accountId,
      now,
    );
    await db.run(
      "INSERT INTO outbox(id, dedupe_key, kind, payload, available_at, attempts) VALUES (?, ?, 'confirmation', ?, ?, 0)",
      id("msg"),
      `confirmation:${request}`,
      JSON.stringify({ requestId: request }),
      now,
    );
    const confirmation = {
      requestId: request,
      number,
      title: input.title,
      firstResponseDueAt: new Date(due).toISOString(),
      primaryContactName: `${givenName} ${familyName}`,
      incidentsRemaining: Number(row?.remaining ?? 0) - 1,
    };
    await db.run(
      "UPDATE idempotency SET reply = ? WHERE principal_id = ? AND operation = 'createRequest' AND key = ?",
      JSON.stringify(confirmation),
      accountId,
      input.idempotencyKey,
    );
    return confirmation;
  }
}

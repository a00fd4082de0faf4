/** What a proven identity changes here, in one transaction: account, contacts, a fresh session, a draft carried over (R49, A-10, A-11). */

import { type Account, DAY, type EpochMs, type Identity } from "@accord/domain";
import { type Database, newId } from "../../../kernel/db/index.js";
import { draftStore, handoverStore } from "../../drafts/module.js";
import { accountStore } from "../storage/account.store.js";
import { type NewSession, sessionStore } from "../storage/session.store.js";
import type { FollowAddress } from "./address-follower.js";
import { carriedContent } from "./carry-draft.js";

export interface SignIn {
  readonly identity: Identity;
  readonly at: EpochMs;
  readonly followAddress: FollowAddress;
  /** Hash of the session this browser had: it ends in the same unit, so that an id never outlives a sign-in. */
  readonly endedSessionHash: string | null;
  readonly session: (accountId: string) => NewSession;
  /** Hash of the one-use handle of a draft carried over, or null. */
  readonly handoverHash: string | null;
}

const DRAFT_LIFE = 30 * DAY;

/** Lets the identity in; answers its account and the id of the draft that came along. */
export const signIn = (
  db: Database,
  { identity, at, ...entry }: SignIn,
): Promise<{ account: Account; draftId: string | null }> =>
  db.transaction("sign in", async (tx) => {
    const { key, ...facts } = identity;
    const { account, before: known } = await tx
      .of(accountStore)
      .upsertFromIdentity({ ...facts, issuer: key.issuer, subject: key.subject }, at);
    await entry.followAddress(tx, account, known, at);
    const before =
      entry.endedSessionHash === null ? null : await tx.of(sessionStore).byTokenHash(entry.endedSessionHash);
    if (before !== null) await tx.of(sessionStore).delete(before.session.id);
    await tx.of(sessionStore).create(entry.session(account.id));
    const handover = entry.handoverHash === null ? null : await tx.of(handoverStore).take(entry.handoverHash, at);
    if (handover === null) return { account, draftId: null };
    const draftId = newId("drf", at);
    await tx.of(draftStore).save(
      {
        id: draftId,
        accountId: account.id,
        content: carriedContent(
          handover.content,
          handover.fromAccountId === account.id ? null : await tx.of(accountStore).byId(handover.fromAccountId),
        ),
        revision: 1,
        createdAt: at,
        updatedAt: at,
        expiresAt: at + DRAFT_LIFE,
      },
      null,
    );
    return { account, draftId };
  });

/** Empties the outbox: tells on what happened, sends the mails, comes back for what failed (C-2, C-12). */
import { randomInt, randomUUID } from "node:crypto";
import { type EpochMs, SECOND } from "@accord/domain";
import type { Clock } from "../../../kernel/clock.js";
import type { Database } from "../../../kernel/db/index.js";
import { type OutboxMessage, outboxStore } from "../../../kernel/jobs/outbox.store.js";
import { outboxWorkStore } from "../../../kernel/jobs/outbox-work.store.js";
import type { Limits } from "../../../kernel/limits/limits.js";
import type { MailAddresses } from "../addresses.js";
import { type LetterContext, letterOf } from "../letters/letter-of.js";
import { recordTrouble } from "../mail-trouble.js";
import { admitMail } from "./admission.js";
import { forgetToken } from "./forget-token.js";
import { notifyContacts } from "./notify-contacts.js";
import { SendError, sendErrorOf, type Transport, withoutAddresses } from "./transport.js";

export interface WorkerOptions {
  readonly db: Database;
  readonly clock: Clock;
  readonly limits: Limits;
  readonly addresses: MailAddresses;
  readonly letters: LetterContext;
  /** null: nothing leaves this machine. */
  readonly transport: Transport | null;
  readonly log: { error(fields: object, message: string): void };
}

/** Longer than a mail can take with all its timeouts. */
const LEASE = 120 * SECOND;
const AT_ONCE = 6;
const TOLD_AT_ONCE = 10;
const KEPT_AT_ONCE = 50;
const FIRST_WAIT = 10 * SECOND;
const LONGEST_WAIT = 5 * 60 * SECOND;
/** While no mail server answers, one mail knocks at least this often: the queue drains soon after it is back. */
const LONGEST_OUTAGE_WAIT = 30 * SECOND;
const GIVE_UP_AFTER = 24 * 60 * 60 * SECOND;

export class OutboxWorker {
  readonly #owner = randomUUID();
  /** Failures in a row of the mail server itself, and until when it is left alone. */
  #outages = 0;
  #restUntil: EpochMs = 0;

  constructor(private readonly options: WorkerOptions) {}

  /** Does what is due now, until nothing is left or `isStopping`. */
  async drain(isStopping: () => boolean = () => false): Promise<void> {
    while (!isStopping()) {
      const done = (await this.#tellRound()) + (await this.#sendRound());
      if (done === 0) return;
    }
  }

  async #tellRound(): Promise<number> {
    const { db, clock } = this.options;
    if (!(await db.read.of(outboxStore).isDue("request", clock.now()))) return 0;
    try {
      return await this.#tellTogether();
    } catch {
      // One of them does not let itself be told: each for itself, so that it stops no other.
      const claimed = await this.#claim("request", TOLD_AT_ONCE);
      for (const message of claimed) await this.#settle(message, () => this.#tellOne(message));
      return claimed.length;
    }
  }

  #tellTogether(): Promise<number> {
    const { db, clock } = this.options;
    return db.transaction("tell on", async (tx) => {
      const at = clock.now();
      const lease = { owner: this.#owner, at, leaseMs: LEASE };
      const claimed = await tx.of(outboxWorkStore).claim({ family: "request", ...lease, first: TOLD_AT_ONCE });
      for (const message of claimed) {
        await notifyContacts(tx, message, at);
        await tx.of(outboxWorkStore).finish(message.id, { at, unsentBecause: null });
      }
      return claimed.length;
    });
  }

  async #tellOne(message: OutboxMessage): Promise<void> {
    const { db, clock } = this.options;
    await db.transaction("tell on", async (tx) => {
      const at = clock.now();
      await notifyContacts(tx, message, at);
      await tx.of(outboxWorkStore).finish(message.id, { at, unsentBecause: null });
    });
  }

  async #sendRound(): Promise<number> {
    const { db, clock } = this.options;
    const now = clock.now();
    if (now < this.#restUntil || !(await db.read.of(outboxStore).isDue("mail", now))) return 0;
    const { transport } = this.options;
    if (transport === null) return await this.#keepTogether();
    const claimed = await this.#claim("mail", this.#outages > 0 ? 1 : AT_ONCE);
    await Promise.all(claimed.map((message) => this.#settle(message, () => this.#sendOne(message, transport))));
    return claimed.length;
  }

  /** Without a mail server the mails stay for the mail page, which writes their text when it is read. */
  #keepTogether(): Promise<number> {
    const { db, clock } = this.options;
    return db.transaction("keep outgoing", async (tx) => {
      const at = clock.now();
      const lease = { owner: this.#owner, at, leaseMs: LEASE };
      const claimed = await tx.of(outboxWorkStore).claim({ family: "mail", ...lease, first: KEPT_AT_ONCE });
      for (const { id } of claimed) await tx.of(outboxWorkStore).finish(id, { at, unsentBecause: "NO_SMTP_URL" });
      return claimed.length;
    });
  }

  #claim(family: "request" | "mail", first: number): Promise<OutboxMessage[]> {
    const { db, clock } = this.options;
    return db.transaction("claim outgoing", (tx) =>
      tx.of(outboxWorkStore).claim({ family, owner: this.#owner, at: clock.now(), leaseMs: LEASE, first }),
    );
  }

  /** The network is reached between units, never inside one. */
  async #sendOne(message: OutboxMessage, transport: Transport): Promise<void> {
    const { db, clock, letters, limits, addresses } = this.options;
    const finish = (unsentBecause: OutboxMessage["unsentBecause"]): Promise<boolean> =>
      db.transaction("finish outgoing", async (tx) => {
        if (unsentBecause === null) await forgetToken(tx, message);
        return tx.of(outboxWorkStore).finish(message.id, { at: clock.now(), unsentBecause });
      });
    const letter = await letterOf(letters, message);
    // No address: the contact was erased meanwhile.
    if (letter === null || letter.to === "") return void (await finish("RECIPIENT_GONE"));
    const at = clock.now();
    const recipientHash = addresses.recipientHash;
    const goes = await db.transaction("admit outgoing", (tx) =>
      admitMail(tx, message, letter, { limits, recipientHash, at }),
    );
    if (!goes) return;
    await transport.send({ id: message.id, letter, at });
    this.#outages = 0;
    this.#restUntil = 0;
    await finish(null);
  }

  /** Whatever goes wrong with one message is written to it, and it comes back later or is given up on. */
  async #settle(message: OutboxMessage, work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      const { db, clock, log } = this.options;
      const failure = error instanceof SendError ? error : this.#defect(error, message, log);
      const at = clock.now();
      const told = { at, error: failure.message };
      await db.transaction("note failure", async (tx) => {
        if (failure.failure === "REFUSED") {
          await tx.of(outboxWorkStore).giveUp(message.id, told);
          await recordTrouble(tx, message, "REFUSED", at);
        } else if (at - (message.firstFailedAt ?? at) >= GIVE_UP_AFTER)
          await tx.of(outboxWorkStore).giveUp(message.id, told);
        else
          await tx.of(outboxWorkStore).retryAt(message.id, { ...told, availableAt: at + this.#wait(failure, message) });
      });
    }
  }

  #wait({ failure }: SendError, { attempts }: OutboxMessage): number {
    if (failure !== "OUTAGE") return jittered(Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** attempts));
    const wait = jittered(Math.min(LONGEST_OUTAGE_WAIT, SECOND * 2 ** this.#outages));
    this.#outages += 1;
    this.#restUntil = Math.max(this.#restUntil, this.options.clock.now() + wait);
    return wait;
  }

  /** Not the mail server's doing: it is logged, for somebody has to look at it. */
  #defect(error: unknown, { id, kind }: OutboxMessage, log: WorkerOptions["log"]): SendError {
    log.error({ err: error, messageId: id, kind }, "an outgoing message could not be made");
    return new SendError("LATER", withoutAddresses(sendErrorOf(error).message));
  }
}

/** Between half of it and all of it, so that many do not come back at once. */
const jittered = (milliseconds: number): number =>
  Math.ceil(milliseconds / 2) + randomInt(Math.floor(milliseconds / 2) + 1);

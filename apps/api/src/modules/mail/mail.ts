/** Mail of this process: the worker that empties the outbox, woken by changes and now and then, and the port where answers come in. */
import type { Clock } from "../../kernel/clock.js";
import type { Database } from "../../kernel/db/index.js";
import type { Limits } from "../../kernel/limits/limits.js";
import { given } from "../../kernel/service.js";
import { createCatalogueCache } from "../catalogue/module.js";
import { createMailAddresses, type MailAddresses } from "./addresses.js";
import { type InboundListener, listenForMail } from "./inbound/listener.js";
import type { KeepFile, PostMail } from "./inbound/receiver.js";
import { type LetterSources, plainSources } from "./letter-sources.js";
import type { LetterContext } from "./letters/letter-of.js";
import { createTransport, type SenderAddress, type Transport } from "./outgoing/transport.js";
import { OutboxWorker } from "./outgoing/worker.js";

export interface MailOptions {
  readonly config: {
    readonly bind: readonly string[];
    readonly smtpUrl: string | null;
    /** The one sender of every mail. */
    readonly mailFrom: string;
    /** Where answers and returned mail come in; null: nowhere. */
    readonly inbound: { readonly port: number; readonly domain: string } | null;
    readonly publicOrigin: string;
    readonly limits: Limits;
  };
  readonly db: Database;
  readonly clock: Clock;
  readonly encryptionKey: Uint8Array;
  /** Addresses made with them are still ours. */
  readonly olderEncryptionKeys?: readonly Uint8Array[];
  readonly log: { error(fields: object, message: string): void };
  /** Puts a mail into the conversation; without it mails are turned away. */
  readonly postMail?: PostMail;
  /** Keeps the files of mails; without it they are not taken. */
  readonly keepFile?: KeepFile;
  readonly sources?: Partial<LetterSources>;
  /** Stands in for the way out in tests. */
  readonly transport?: Transport;
}

export interface Mail {
  readonly letters: LetterContext;
  readonly addresses: MailAddresses;
  readonly sender: SenderAddress;
  /** Begins; the database is migrated. @throws when the inbound port cannot be opened */
  start(): Promise<void>;
  /** Something new may be in the outbox. */
  poke(): void;
  /** Sends what is due now; resolves when nothing is left. For tests. */
  drain(): Promise<void>;
  /** No new mail is taken or sent; what is being sent ends first, within five seconds. */
  stop(): Promise<void>;
}

/** Changes wake the worker; what becomes due without one, or was written by a command, is found within this time. */
const LOOK_EVERY = 2000;
/** Changes within this time are told on together: a round for each would cost a busy server more than the change itself. */
const GATHER = 250;
const STOP_WITHIN = 5000;

/** The mail of this program. */
export const mailOffice = given<Mail>("mail");

export const createMail = (options: MailOptions): Mail => {
  const { config, db, clock, encryptionKey, log } = options;
  const { publicOrigin, inbound, limits } = config;
  const addresses = createMailAddresses(encryptionKey, publicOrigin, options.olderEncryptionKeys);
  const sender = { from: config.mailFrom, inboundDomain: inbound?.domain ?? null };
  const letters: LetterContext = {
    db,
    clock,
    publicOrigin,
    catalogue: rememberCatalogue(db, clock),
    sources: { ...plainSources(publicOrigin), ...options.sources },
    isAnswerTaken: inbound !== null,
  };
  const transport =
    options.transport ?? (config.smtpUrl === null ? null : createTransport(config.smtpUrl, sender, addresses));
  const worker = new OutboxWorker({ db, clock, limits, addresses, letters, transport, log });
  const round = createRound((isStopping) => worker.drain(isStopping), log);
  const ends: (() => unknown)[] = [];
  return {
    letters,
    addresses,
    sender,
    start: async () => {
      ends.push(await db.subscribe(() => round.nudge()));
      const timer = setInterval(() => round.poke(), LOOK_EVERY);
      timer.unref();
      ends.push(() => clearInterval(timer));
      if (inbound !== null) {
        const senders = [config.mailFrom, `@${inbound.domain}`];
        const { postMail = null, keepFile = null } = options;
        const receiver = { db, clock, addresses, letters, senders, log, postMail, keepFile };
        const listener: InboundListener = await listenForMail({ ...inbound, bind: config.bind }, receiver);
        ends.push(() => listener.close());
      }
      round.poke();
    },
    poke: () => round.poke(),
    drain: () => round.finish(),
    stop: async () => {
      for (const end of ends.splice(0).reverse()) await end();
      await round.stop(STOP_WITHIN);
      transport?.close();
    },
  };
};

const rememberCatalogue = (db: Database, clock: Clock): LetterContext["catalogue"] => {
  let holder: ReturnType<typeof createCatalogueCache> | null = null;
  return async () => {
    holder ??= createCatalogueCache(db, clock);
    return (await holder).current();
  };
};

interface Round {
  poke(): void;
  /** Pokes soon, once for all that ask meanwhile. */
  nudge(): void;
  finish(): Promise<void>;
  stop(within: number): Promise<void>;
}

/** One round at a time; a poke during a round starts another after it. */
const createRound = (work: (isStopping: () => boolean) => Promise<void>, log: MailOptions["log"]): Round => {
  let running: Promise<void> | null = null;
  let isPoked = false;
  let isStopping = false;
  let gathering: NodeJS.Timeout | null = null;
  const poke = (): void => {
    if (isStopping) return;
    if (running !== null) {
      isPoked = true;
      return;
    }
    running = work(() => isStopping)
      .catch((error: unknown) => log.error({ err: error }, "outgoing mail had to pause"))
      .finally(() => {
        running = null;
        if (isPoked) {
          isPoked = false;
          poke();
        }
      });
  };
  return {
    poke,
    nudge: () => {
      if (isStopping || gathering !== null) return;
      gathering = setTimeout(() => {
        gathering = null;
        poke();
      }, GATHER);
      gathering.unref();
    },
    finish: async () => {
      poke();
      while (running !== null) await running;
    },
    stop: async (within) => {
      isStopping = true;
      if (gathering !== null) clearTimeout(gathering);
      const late = new Promise<void>((resolve) => setTimeout(resolve, within).unref());
      await Promise.race([running, late]);
    },
  };
};

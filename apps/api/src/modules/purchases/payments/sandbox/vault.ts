/** The sandbox bank's memory: one small file, written whole and put in place at once, so that a killed server loses nothing. */
import { randomBytes } from "node:crypto";
import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, writeSync } from "node:fs";
import { dirname, join } from "node:path";
import type { ProviderState, SavedCard } from "../gateway.js";
import type { CardBehaviour } from "./test-cards.js";

export interface VaultSetup {
  readonly ref: string;
  readonly key: string;
  readonly customerRef: string;
  readonly returnUrl: string;
  readonly cardRef: string | null;
}

/** A saved card without its number. */
export interface VaultCard extends SavedCard {
  readonly customerRef: string;
  readonly behaviour: CardBehaviour;
}

export interface VaultCharge {
  readonly key: string;
  readonly purchaseId: string;
  readonly cardRef: string;
  readonly amountMinor: number;
  readonly currency: string;
  readonly returnUrl: string;
  readonly state: ProviderState;
  /** How often the charge was asked for; it was made once at most. */
  readonly asks: number;
}

export interface VaultEvent {
  readonly id: string;
  readonly purchaseId: string;
  readonly state: ProviderState;
  readonly tries: number;
}

interface Content {
  readonly webhookSecret: string;
  readonly setups: Record<string, VaultSetup>;
  readonly cards: Record<string, VaultCard>;
  readonly charges: Record<string, VaultCharge>;
  /** Deliveries on their way, oldest first. */
  readonly events: Record<string, VaultEvent>;
}

export class Vault {
  readonly #file: string;
  readonly content: Content;

  /** `folder` is made when it is missing; only the server's own user reads it. */
  constructor(folder: string) {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    this.#file = join(folder, "bank.json");
    this.content = this.#read();
  }

  /** Keeps `row` under `key`; it is on the disk when this returns. */
  keep<Kind extends "setups" | "cards" | "charges" | "events">(
    kind: Kind,
    key: string,
    row: Content[Kind][string],
  ): void {
    (this.content[kind] as Record<string, Content[Kind][string]>)[key] = row;
    this.#write();
  }

  forget(kind: "cards" | "events", key: string): void {
    delete this.content[kind][key];
    this.#write();
  }

  #read(): Content {
    try {
      return JSON.parse(readFileSync(this.#file, "utf8")) as Content;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
      return { webhookSecret: randomBytes(32).toString("hex"), setups: {}, cards: {}, charges: {}, events: {} };
    }
  }

  #write(): void {
    const draft = `${this.#file}.new`;
    const handle = openSync(draft, "w", 0o600);
    writeSync(handle, JSON.stringify(this.content));
    fsyncSync(handle);
    closeSync(handle);
    renameSync(draft, this.#file);
    const folder = openSync(dirname(this.#file), "r");
    fsyncSync(folder);
    closeSync(folder);
  }
}

/** `<prefix>_` and 128 random bits. */
export const newRef = (prefix: string): string => `${prefix}_${randomBytes(16).toString("hex")}`;

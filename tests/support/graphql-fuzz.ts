/** Writes arbitrary operations out, learns ids from the answers, and says what is wrong with an answer (I-1). */
import { REFUSALS } from "@accord/domain";
import type { FuzzOperation, FuzzSelection } from "./graphql-fuzz-documents.js";
import type { Raw } from "./graphql-fuzz-values.js";
import type { Answer } from "./test-api.js";

/** What may be told in a world where nothing is broken, full or overloaded. */
const CODES: ReadonlySet<string> = new Set([
  "UNAUTHENTICATED",
  "FORBIDDEN",
  "NOT_FOUND",
  "BAD_USER_INPUT",
  "RATE_LIMITED",
  "QUERY_TOO_COMPLEX",
  "IDEMPOTENCY_KEY_REUSED",
  "GRAPHQL_PARSE_FAILED",
  "GRAPHQL_VALIDATION_FAILED",
]);
const REFUSAL_CODES: ReadonlySet<string> = new Set(REFUSALS.map(({ code }) => code));
const STATUSES: ReadonlySet<number> = new Set([200, 400, 429]);
/** Words of drivers, queries, files and engines. */
const LEAK =
  /sqlite|typeorm|queryfailed|postgres|\bpg_|SELECT .+ FROM|INSERT INTO|violates|invalid byte|\.[jt]s:\d+|node_modules|\n\s+at |TypeError|RangeError|Cannot (?:read|convert)|is not (?:a function|iterable)|\[object /i;
const ID = /^(acc|con|drf|evt|led|pln|req)_[0-9a-z]{26}$/;

/** Which names of arguments take which kind of id. */
const KIND_OF_NAME: Readonly<Record<string, string>> = {
  contactId: "con",
  draft: "drf",
  draftId: "drf",
  newPrimaryContactId: "con",
  plan: "pln",
  planId: "pln",
  request: "req",
  requestId: "req",
};
const MOST_LEARNT = 60;

type Known = Map<string, string[]>;

/** What the answers have told each owner so far, by kind of id or by name. */
export class LearntIds {
  readonly #common: Known;
  readonly #own = new Map<string, Known>();

  /** `common` is known to everybody from the beginning. */
  constructor(common: Readonly<Record<string, readonly string[]>>) {
    this.#common = new Map(Object.entries(common).map(([name, values]) => [name, [...values]]));
  }

  learn(owner: string, value: unknown): void {
    if (Array.isArray(value)) for (const item of value) this.learn(owner, item);
    else if (typeof value === "object" && value !== null)
      for (const [name, inner] of Object.entries(value)) {
        if (/cursor$/i.test(name) && typeof inner === "string") keep(this.#of(owner), "after", inner);
        else this.learn(owner, inner);
      }
    else if (typeof value === "string") {
      const kind = ID.exec(value)?.[1];
      if (kind !== undefined) keep(this.#of(owner), kind, value);
    }
  }

  /** For the argument or field `name`: mostly the owner's of the kind it takes, now and then anybody's of any kind. */
  pick(owner: string, name: string, nth: number): string {
    const kind = KIND_OF_NAME[name] ?? name;
    const fitting = [...(this.#of(owner).get(kind) ?? []), ...(this.#common.get(kind) ?? [])];
    const anything = (): string[] =>
      [this.#common, ...this.#own.values()].flatMap((known) => [...known.values()].flat());
    const from = fitting.length === 0 || nth % 8 === 0 ? anything() : fitting;
    return from[nth % from.length] ?? "nothing";
  }

  #of(owner: string): Known {
    const known = this.#own.get(owner) ?? new Map<string, string[]>();
    this.#own.set(owner, known);
    return known;
  }
}

const keep = (known: Known, kind: string, value: string): void => {
  const values = known.get(kind) ?? [];
  if (values.includes(value)) return;
  // The newest take the places of older ones in turn.
  if (values.length < MOST_LEARNT) values.push(value);
  else values[value.charCodeAt(value.length - 1) % MOST_LEARNT] = value;
  known.set(kind, values);
};

export interface WrittenOperation {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

type Pick = (name: string, nth: number) => string;

/** The operation as `owner` sends it, its holes filled with what was learnt. */
export const write = (operation: FuzzOperation, owner: string, learnt: LearntIds): WrittenOperation => {
  const ids: Pick = (name, nth) => learnt.pick(owner, name, nth);
  const variables: Record<string, unknown> = {};
  const declared: string[] = [];
  const writeOne = (selection: FuzzSelection): string => {
    const isFragment = selection.field.startsWith("...");
    const name = isFragment ? selection.field : selection.field.split(".")[1];
    const given = selection.arguments.map((argument) => {
      if (!argument.isVariable) return `${argument.name}: ${literal(argument.value, ids)}`;
      const variable = `v${declared.length}`;
      declared.push(`$${variable}: ${argument.type}`);
      variables[variable] = plain(argument.value, ids);
      return `${argument.name}: $${variable}`;
    });
    return [
      selection.alias === null || isFragment ? "" : `${selection.alias}: `,
      name,
      given.length > 0 ? `(${given.join(", ")})` : "",
      selection.directive === null ? "" : ` ${selection.directive}`,
      selection.selections.length > 0 ? ` { ${selection.selections.map(writeOne).join(" ")} }` : "",
    ].join("");
  };
  const body = operation.selections.map(writeOne).join(" ");
  const text = `${operation.root}${declared.length > 0 ? ` (${declared.join(", ")})` : ""} { ${body} }`;
  if (operation.garbage === null) return { query: text, variables };
  const at = operation.garbage.at % text.length;
  return { query: text.slice(0, at) + operation.garbage.text + text.slice(at), variables };
};

const isHole = (raw: Raw): raw is { learnt: string; nth: number } =>
  typeof raw === "object" && raw !== null && "learnt" in raw;
const isEnumValue = (raw: Raw): raw is { enumValue: string } =>
  typeof raw === "object" && raw !== null && "enumValue" in raw;
const isFields = (raw: Raw): raw is { fields: Readonly<Record<string, Raw>> } =>
  typeof raw === "object" && raw !== null && "fields" in raw;

const plain = (raw: Raw, ids: Pick): unknown => {
  if (isHole(raw)) return ids(raw.learnt, raw.nth);
  if (isEnumValue(raw)) return raw.enumValue;
  if (isFields(raw))
    return Object.fromEntries(Object.entries(raw.fields).map(([name, each]) => [name, plain(each, ids)]));
  return Array.isArray(raw) ? raw.map((each) => plain(each, ids)) : raw;
};

const literal = (raw: Raw, ids: Pick): string => {
  if (isEnumValue(raw)) return raw.enumValue;
  if (isFields(raw))
    return `{ ${Object.entries(raw.fields)
      .map(([name, each]) => `${name}: ${literal(each, ids)}`)
      .join(", ")} }`;
  if (Array.isArray(raw)) return `[${raw.map((each) => literal(each, ids)).join(", ")}]`;
  return JSON.stringify(plain(raw, ids));
};

/** What is wrong with the answer; empty when nothing is. */
export const faultsOf = (answer: Answer): readonly string[] => {
  const faults: string[] = [];
  if (!STATUSES.has(answer.status)) faults.push(`status ${answer.status}`);
  if (answer.data === undefined && answer.errors.length === 0) faults.push("neither data nor errors");
  for (const { message, extensions } of answer.errors) {
    if (!CODES.has(extensions?.code)) faults.push(`code ${extensions?.code}`);
    if (typeof extensions?.requestId !== "string" || typeof extensions?.retryable !== "boolean")
      faults.push("an error without requestId or retryable");
    if (message.trim() === "") faults.push("an error without a message");
  }
  const refusals = refusalsOf(answer.data);
  for (const { code } of refusals)
    if (code !== undefined && !REFUSAL_CODES.has(String(code))) faults.push(`refusal ${String(code)}`);
  const told = JSON.stringify([answer.errors.map(({ message }) => message), refusals]);
  const leak = LEAK.exec(told)?.[0];
  if (leak !== undefined) faults.push(`tells ${leak}`);
  return faults;
};

const refusalsOf = (data: unknown): { readonly code?: unknown }[] =>
  typeof data !== "object" || data === null
    ? []
    : Object.values(data).flatMap((root: unknown) =>
        typeof root === "object" && root !== null && "userErrors" in root && Array.isArray(root.userErrors)
          ? root.userErrors
          : [],
      );

/** Everything an operation touches: fields, arguments, values of enumerations. */
export const touchedBy = (operation: FuzzOperation): readonly string[] => {
  const inValue = (raw: Raw): string[] => {
    if (isEnumValue(raw)) return [raw.enumValue];
    if (isFields(raw)) return Object.entries(raw.fields).flatMap(([name, each]) => [`.${name}`, ...inValue(each)]);
    return Array.isArray(raw) ? raw.flatMap(inValue) : [];
  };
  const inSelection = (selection: FuzzSelection): string[] => [
    selection.field,
    ...selection.arguments.flatMap(({ name, value }) => [`${selection.field}(${name})`, ...inValue(value)]),
    ...selection.selections.flatMap(inSelection),
  ];
  return operation.selections.flatMap(inSelection);
};

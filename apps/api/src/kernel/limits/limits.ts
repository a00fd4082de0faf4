/** Every limit of the contract's table “Limits”: its number, who can spend it and whom it stops (K4). `ACCORD_LIMITS` overrides single numbers. */
import { z } from "@accord/domain";

/**
 * What a limit does. A `size` bounds one thing of whoever sends it. A `wall` says no until its window is over: only an account,
 * or a sign-in that was begun, may stand before one. A `brake` slows an address, which others may share, by a minute at most.
 * A `wait` refuses nothing, it comes later.
 */
export type LimitKind = "size" | "wall" | "brake" | "wait";

export interface LimitFacts {
  readonly value: number;
  readonly meaning: string;
  readonly kind: LimitKind;
  readonly spentBy: string;
  readonly stops: string;
}

const size = (value: number, meaning: string): LimitFacts => ({
  value,
  meaning,
  kind: "size",
  spentBy: "whoever sends it",
  stops: "that alone",
});
/** How long something lasts. */
const life = (value: number, meaning: string): LimitFacts => ({
  ...size(value, meaning),
  spentBy: "nobody, it runs out",
  stops: "that sign-in or token",
});
/** Of an account, by itself. */
const wall = (value: number, meaning: string, stops = "the account, in this alone"): LimitFacts => ({
  value,
  meaning,
  kind: "wall",
  spentBy: "the account",
  stops,
});
const brake = (value: number, meaning: string, spentBy: string, stops: string): LimitFacts => ({
  value,
  meaning,
  kind: "brake",
  spentBy,
  stops,
});
const wait = (value: number, meaning: string, spentBy: string, stops: string): LimitFacts => ({
  value,
  meaning,
  kind: "wait",
  spentBy,
  stops,
});

const ADDRESS = "anybody at the address";

export const LIMITS = {
  documentDepth: size(10, "Depth of a document, introspection apart."),
  documentTokens: size(1000, "Tokens of a document."),
  documentAliases: size(20, "Aliases of a document; `__typename` counts."),
  documentDirectives: size(10, "Directives of a document."),
  listInput: size(50, "Items of a list in an input."),
  operationCost: size(1000, "Cost points of one operation."),
  operationMilliseconds: size(10_000, "Time an operation may take before it is aborted."),
  pageSizeDefault: size(20, "`first` when it is not given."),
  pageSizeMax: size(100, "Largest `first`."),
  bodyBytes: size(100 * 1024, "Bytes of a JSON body."),
  costBucket: brake(
    10_000,
    "Cost points an account, or an address without a sign-in, may hold.",
    "the account; without a sign-in anybody at the address",
    "the same, 5 seconds at most for what one operation may cost",
  ),
  costRefillPerSecond: brake(200, "Cost points that come back each second.", "nobody", "nobody: it fills the bucket"),
  anonymousPerMinute: brake(
    60,
    "Requests a minute and address without a sign-in; then one after each wait.",
    ADDRESS,
    "reading without a sign-in there, for the rest of the minute at most; signing in and whoever is signed in pass",
  ),
  wrongPairsPerAccount: wall(5, "Wrong ID pairs per account in 15 minutes.", "the account, for right and wrong pairs"),
  wrongPairsPerAddress: brake(
    20,
    "Wrong ID pairs per address in an hour; then each account waits for a turn of its own.",
    ADDRESS,
    "nobody: who waits is let in at the time told, whatever others do",
  ),
  linkTriesPerAccount: wall(10, "One-time links that an account tries in 15 minutes."),
  linkTriesPerAddress: brake(
    30,
    "One-time links tried from an address in an hour; then each account waits for a turn of its own.",
    ADDRESS,
    "nobody: who waits is let in at the time told, whatever others do",
  ),
  failedSignInsPerAddress: brake(
    10,
    "Failed sign-ins per address in 15 minutes; then a sign-in goes on when it is old enough, half a minute at most.",
    "whoever began a sign-in there; a callback without one, and the provider's faults, are not counted",
    "nobody: a person's time at the provider counts as waiting",
  ),
  failuresPerSignIn: {
    ...wall(3, "Failures of one sign-in that was begun.", "that sign-in; the next one begins afresh"),
    spentBy: "the browser that began it",
  },
  createRequestPerHour: wall(60, "Accepted `createRequest` and `createGeneralQuestion` per account in an hour."),
  shareRequestPerHour: wall(60, "Accepted `shareRequest` per account in an hour."),
  uploadsPerHour: wall(60, "Accepted uploads per account in an hour."),
  accessAsksPerHour: wall(10, "Asks for access by number of an account in an hour."),
  addressConfirmationsPerDay: wall(
    5,
    "Mails to prove its own address that an account asks for in a day; each goes at once.",
  ),
  tokenIncidentsPerDay: {
    value: 100_000,
    meaning: "Incidents that a token of staff gives or takes in a day, where it was made for no fewer.",
    kind: "wall",
    spentBy: "the token",
    stops: "that token, in this alone",
  },
  tokensPerDay: wall(20, "Access tokens that an account makes in a day."),
  draftsPerAccount: wall(50, "Unfinished requests an account keeps; one more is refused."),
  fileBytes: size(2 * 1024 ** 3, "Bytes of one file."),
  filesPerRequest: {
    ...wall(50, "Files of one support request.", "more files on that request"),
    spentBy: "its contacts and support",
  },
  fileBytesPerRequest: {
    ...wall(10 * 1024 ** 3, "Bytes of all files of one support request.", "more files on that request"),
    spentBy: "its contacts and support",
  },
  liveConnectionsPerAddress: brake(
    200,
    "WebSocket connections of one address that have not said who they are; each has 5 seconds.",
    ADDRESS,
    "connections without a cookie there, for 5 seconds; the pages ask again by themselves meanwhile",
  ),
  liveConnectionsPerAccount: wall(100, "Open WebSocket connections of one account."),
  liveSubscriptionsPerConnection: wall(10, "Subscriptions of one WebSocket connection.", "that connection"),
  mailsPerRecipientPerHour: wait(
    3,
    "News mailed to one address in an hour.",
    "whoever names the address on a request",
    "news to that address: it comes within the hour, the latest in place of the earlier",
  ),
  awaitedMailsPerRecipientPerHour: wait(
    3,
    "Invitations mailed to one address for one account in an hour.",
    "the account that invites",
    "further invitations by that account to that address",
  ),
  externalPrimariesPerDay: wait(
    5,
    "Unproven addresses one account makes primary contact in a day.",
    "the account",
    "mails to further such addresses of that account",
  ),
  invitedAddressesPerDay: wait(
    20,
    "Unproven addresses one account invites in a day.",
    "the account",
    "invitations of that account to further addresses",
  ),
  ownExportsPerDay: wall(5, "Archives of one's own data an account fetches in a day."),
  sessionIdleMinutes: life(30, "Minutes without a request after which a session ends."),
  sessionHours: life(12, "Hours after which a session ends in any case."),
  reauthenticationMinutes: life(
    15,
    "Age of a sign-in in minutes that still allows purchase, full Agreement ID, erasure.",
  ),
  tokenDays: life(365, "Longest life of a personal access token in days."),
  staffTokenDays: life(90, "The same for a token with a scope of staff."),
} as const satisfies Readonly<Record<string, LimitFacts>>;

/** Limits that no setting changes, by the constant that holds them. */
export const FIXED_LIMITS = {
  LONGEST_BRAKE: brake(60_000, "Longest wait of a brake; milliseconds.", "nobody", "nobody: it bounds the brakes"),
  QUEUE_LIMIT: brake(
    200 + 16,
    "Writes that wait at once.",
    "all who are signed in together, each within the cost points of the account",
    "writes of everybody: 503 with `Retry-After: 1`, until the queue is shorter",
  ),
  MAILS_PER_HOUR: wait(
    60,
    "Mails that come in for one contact in an hour.",
    "whoever has a mail to that contact",
    "further mails for that contact: the mail server that sends them tries again",
  ),
} as const satisfies Readonly<Record<string, LimitFacts>>;

type Name = keyof typeof LIMITS;
export type Limits = Readonly<Record<Name, number>>;

const numberOf = ({ value, meaning }: LimitFacts) => z.number().int().positive().default(value).describe(meaning);

export const limitsSchema = z.strictObject(
  Object.fromEntries(Object.entries(LIMITS).map(([name, facts]) => [name, numberOf(facts)])) as Record<
    Name,
    ReturnType<typeof numberOf>
  >,
);

/** The numbers of the contract. */
export const DEFAULT_LIMITS: Limits = limitsSchema.parse({});

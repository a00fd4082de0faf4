/** Every number of the contract's table “Limits”, by name; `ACCORD_LIMITS` overrides single ones. */
import { z } from "@accord/domain";

const count = (value: number, meaning: string) => z.number().int().positive().default(value).describe(meaning);

export const limitsSchema = z.strictObject({
  documentDepth: count(10, "Depth of a document, introspection apart."),
  documentTokens: count(1000, "Tokens of a document."),
  documentAliases: count(20, "Aliases of a document; __typename counts."),
  documentDirectives: count(10, "Directives of a document."),
  listInput: count(50, "Items of a list in an input."),
  operationCost: count(1000, "Cost points of one operation."),
  costBucket: count(10_000, "Cost points a principal may hold."),
  costRefillPerSecond: count(200, "Cost points a principal gets back each second."),
  anonymousPerMinute: count(60, "Requests a minute and address without a sign-in."),
  pageSizeDefault: count(20, "`first` when it is not given."),
  pageSizeMax: count(100, "Largest `first`."),
  bodyBytes: count(100 * 1024, "Bytes of a JSON body."),
  operationMilliseconds: count(10_000, "Time an operation may take before it is aborted."),
  wrongPairsPerAccount: count(5, "Wrong ID pairs per account in 15 minutes."),
  wrongPairsPerAddress: count(20, "Wrong ID pairs per address in an hour."),
  createRequestPerHour: count(60, "Accepted createRequest per account in an hour."),
  shareRequestPerHour: count(60, "Accepted shareRequest per account in an hour."),
  uploadsPerHour: count(60, "Accepted uploads per account in an hour."),
  failedSignInsPerAddress: count(10, "Failed sign-ins per address in 15 minutes."),
  fileBytes: count(2 * 1024 ** 3, "Bytes of one file."),
  filesPerRequest: count(50, "Files of one support request."),
  fileBytesPerRequest: count(10 * 1024 ** 3, "Bytes of all files of one support request."),
  liveConnectionsPerAddress: count(200, "Open WebSocket connections of one address."),
  liveSubscriptionsPerConnection: count(10, "Subscriptions of one WebSocket connection."),
  sessionIdleMinutes: count(30, "Minutes without a request after which a session ends."),
  sessionHours: count(12, "Hours after which a session ends in any case."),
  reauthenticationMinutes: count(
    15,
    "Age of a sign-in in minutes that still allows purchase, full Agreement ID, erasure.",
  ),
  mailsPerRecipientPerHour: count(3, "Mails to one address in an hour; more wait, later news replaces earlier."),
  externalPrimariesPerDay: count(5, "Unproven addresses one account makes primary contact in a day; more mails wait."),
  invitedAddressesPerDay: count(20, "Unproven addresses one account invites in a day; more mails wait."),
  linkTriesPerAccount: count(10, "One-time links that an account tries in 15 minutes."),
  linkTriesPerAddress: count(30, "One-time links tried from an address in an hour."),
  accessAsksPerHour: count(10, "Asks for access by number of an account in an hour."),
  addressConfirmationsPerDay: count(5, "Mails to prove its own address that an account asks for in a day."),
  draftsPerAccount: count(50, "Unfinished requests an account keeps; one more is refused."),
  tokenDays: count(365, "Longest life of a personal access token in days."),
});

export type Limits = Readonly<z.infer<typeof limitsSchema>>;

/** The numbers of the contract. */
export const DEFAULT_LIMITS: Limits = limitsSchema.parse({});

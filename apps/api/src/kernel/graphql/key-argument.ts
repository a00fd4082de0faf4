/** The key of a command, the same everywhere; what it does is in graphql/idempotency.ts. */

/** Options of the field `idempotencyKey`. */
export const KEY = {
  nullable: true,
  description: "Key of your choice: the same command under it is done once.",
} as const;

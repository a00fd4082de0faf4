/** `accord account list`, `accord staff grant|revoke`, `accord token create`: who there is, who is staff, and machine access. */
import {
  ACCOUNT_KINDS,
  type AccountKind,
  dayAt,
  endOfDay,
  isCivilDate,
  joinName,
  STAFF_ROLES,
  type StaffRole,
  scopesFor,
} from "@accord/domain";
import { isScope, type Scope } from "../kernel/principal.js";
import { updateStaffRoles } from "../modules/administration/module.js";
import { accountStore, createToken } from "../modules/identity/module.js";
import { type Command, CommandError, optional, required, table, UsageError } from "./command.js";
import { findAccount } from "./find.js";

const oneOf = <Value extends string>(values: readonly Value[], text: string, name: string): Value => {
  const value = values.find((each) => each === text.toUpperCase());
  if (value === undefined) throw new UsageError(`${name} is one of ${values.join(", ")}`);
  return value;
};

export const accountList: Command = {
  name: "account list",
  summary: "List accounts (at most 100; --after continues)",
  usage: "[--email <address>] [--kind <kind>] [--role <role>] [--after <account id>]",
  options: { email: { type: "string" }, kind: { type: "string" }, role: { type: "string" }, after: { type: "string" } },
  positionals: [0, 0],
  database: "migrated",
  run: async ({ db, options }) => {
    const [email, kind, role] = [optional(options, "email"), optional(options, "kind"), optional(options, "role")];
    const accounts = await db.read.of(accountStore).list({
      ...(email === null ? {} : { email }),
      ...(kind === null ? {} : { kind: oneOf<AccountKind>(ACCOUNT_KINDS, kind, "--kind") }),
      ...(role === null ? {} : { role: oneOf<StaffRole>(STAFF_ROLES, role, "--role") }),
      after: optional(options, "after"),
    });
    const rows = accounts.map((account) => [
      account.id,
      account.kind,
      account.email,
      joinName(account),
      account.roles.join(", "),
    ]);
    return {
      data: accounts,
      lines: [...table([["id", "kind", "e-mail", "name", "roles"], ...rows]), `${accounts.length} accounts`],
    };
  },
};

const staffCommand = (verb: "grant" | "revoke", summary: string): Command => ({
  name: `staff ${verb}`,
  summary,
  usage: `<e-mail or account id> --role ${STAFF_ROLES.join("|")}`,
  options: { role: { type: "string" } },
  positionals: [1, 1],
  database: "migrated",
  run: async ({ db, clock, positionals, options }) => {
    const role = oneOf<StaffRole>(STAFF_ROLES, required(options, "role"), "--role");
    const account = await findAccount(db.read, positionals[0] ?? "");
    const at = clock.now();
    const wanted = (present: readonly StaffRole[]): readonly StaffRole[] =>
      verb === "grant" ? [...present, role] : present.filter((each) => each !== role);
    const done = await db.transaction(`staff.${verb}`, (tx) =>
      updateStaffRoles(tx, account.id, wanted, { actorId: null, at }),
    );
    if (done === null || !done.ok) throw new CommandError(`${account.email} is the last administrator`);
    const { roles, isChanged } = done.value;
    if (!isChanged)
      throw new CommandError(`${account.email} ${verb === "grant" ? "has" : "does not have"} the role ${role}`);
    return {
      data: { id: account.id, email: account.email, roles },
      lines: [`${account.email}: ${roles.join(", ") || "no role"}`],
    };
  },
});

export const staffGrant = staffCommand("grant", "Give an account a staff role");
export const staffRevoke = staffCommand("revoke", "Take a staff role from an account");

/** A token with a right of staff is made in a browser, by whoever signed in for it. */
const OFFERED = scopesFor([]);

export const tokenCreate: Command = {
  name: "token create",
  summary: "Create a personal access token; it is printed here once",
  usage: `--account <e-mail or id> --scopes <scope,…> [--expires <day>] [--name <text>]   (scopes: ${OFFERED.join(", ")})`,
  options: {
    account: { type: "string" },
    scopes: { type: "string" },
    expires: { type: "string" },
    name: { type: "string" },
  },
  positionals: [0, 0],
  database: "migrated",
  run: async ({ db, clock, config, options }) => {
    const scopes = readScopes(required(options, "scopes"));
    const expires = optional(options, "expires");
    if (expires !== null && !isCivilDate(expires)) throw new UsageError("--expires is a day such as 2027-04-01");
    const account = await findAccount(db.read, required(options, "account"));
    const name = optional(options, "name") ?? `command line ${dayAt(clock.now(), "UTC")}`;
    const expiresAt = expires === null ? null : endOfDay(expires, "UTC");
    const made = await createToken(
      { db, clock, limits: config.limits },
      { accountId: account.id, name, scopes, expiresAt },
    ).catch((error: unknown) => {
      throw error instanceof RangeError ? new CommandError(error.message) : error;
    });
    const until = new Date(made.expiresAt).toISOString();
    return {
      data: { id: made.id, token: made.token, account: account.id, scopes, expiresAt: until },
      lines: [made.token],
      notes: [
        `Token ${made.id} of ${account.email} for ${scopes.join(", ")}, valid until ${until}. It is not shown again.`,
      ],
    };
  },
};

const readScopes = (text: string): Scope[] =>
  text
    .split(/[\s,]+/)
    .filter(Boolean)
    .map((scope) => {
      if (!isScope(scope)) throw new UsageError(`no scope ${scope}; there are: ${OFFERED.join(", ")}`);
      if (!OFFERED.includes(scope)) throw new UsageError(`${scope} is for staff: sign in and make the token there`);
      return scope;
    });

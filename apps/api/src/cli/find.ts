/** Finds what a person names on the command line: an account by address or id, a plan by id or by its ID pair, a programme by slug. */
import { type Account, normaliseEmail, normaliseIdPair, type Programme, type SupportPlan } from "@accord/domain";
import type { ReadStores } from "../kernel/db/index.js";
import { planStore } from "../modules/agreements/module.js";
import { catalogueStore } from "../modules/catalogue/module.js";
import { accountStore } from "../modules/identity/module.js";
import { CommandError, type OptionValues, optional, UsageError } from "./command.js";

/** Throws CommandError when there is none, or when several accounts carry the address. */
export const findAccount = async (stores: ReadStores, nameOrId: string): Promise<Account> => {
  if (nameOrId.startsWith("acc_")) {
    const account = await stores.of(accountStore).byId(nameOrId);
    if (account === null) throw new CommandError(`no account ${nameOrId}`);
    return account;
  }
  const email = normaliseEmail(nameOrId);
  if (email === null) throw new UsageError(`${nameOrId} is neither an e-mail address nor an account id`);
  const found = await stores.of(accountStore).list({ email });
  const [account] = found;
  if (account === undefined)
    throw new CommandError(`no account has the address ${email}; it exists from its first sign-in on`);
  if (found.length > 1)
    throw new CommandError(
      `several accounts have the address ${email}: ${found.map(({ id }) => id).join(", ")}; name the id`,
    );
  return account;
};

/** By its id as the first word, or by --access-id and --agreement-id. */
export const findPlan = async (
  stores: ReadStores,
  positionals: readonly string[],
  options: OptionValues,
): Promise<SupportPlan> => {
  const [id] = positionals;
  const plan =
    id === undefined ? await stores.of(planStore).byPair(pairIn(options)) : await stores.of(planStore).byId(id);
  if (plan === null) throw new CommandError(id === undefined ? "no agreement has this ID pair" : `no plan ${id}`);
  return plan;
};

const pairIn = (options: OptionValues) => {
  const [accessId, agreementId] = [optional(options, "access-id"), optional(options, "agreement-id")];
  if (accessId === null || agreementId === null)
    throw new UsageError("name the plan by its id, or by --access-id and --agreement-id");
  const pair = normaliseIdPair(accessId, agreementId);
  if (pair === null) throw new UsageError("an ID has letters and digits only");
  return pair;
};

/** Throws CommandError with the slugs there are. */
export const findProgramme = async (stores: ReadStores, id: string): Promise<Programme> => {
  const { programmes } = await stores.of(catalogueStore).load();
  const programme = programmes.find((each) => each.id === id);
  if (programme === undefined)
    throw new CommandError(`no programme ${id}; there are: ${programmes.map((each) => each.id).join(", ")}`);
  return programme;
};

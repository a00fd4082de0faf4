/** The API of this program: the schema of all modules, and what they give to the context of each request. */
import type { GraphQLSchema } from "graphql";
import { headsFile, readHeads } from "./kernel/audit/audit-heads.js";
import type { ModuleContext, Settings } from "./kernel/graphql/context.js";
import { createOperationHandler, type GraphqlHandler, type OperationOptions } from "./kernel/graphql/handler.js";
import { startServices } from "./kernel/service.js";
import { catalogueCache, createCatalogueCache } from "./modules/catalogue/module.js";
import { addressFollower } from "./modules/identity/module.js";
import { MODULES } from "./modules/modules.js";
import { followAddress } from "./modules/notices/module.js";
import { takeDuePacks } from "./modules/packs/module.js";
import { type Shop, takenBy } from "./modules/purchases/module.js";
import { createTeamCache } from "./modules/teams/module.js";
import { buildApiSchema, POLICIES } from "./schema.js";

type Given = Pick<OperationOptions, "db" | "clock" | "limits" | "log" | "refusals" | "executor" | "isDirect">;

export interface GraphqlHandlerOptions extends Given {
  readonly config: Readonly<{ oidc: object | null; entitlementZone: string; publicOrigin: string; dataDir?: string }>;
  readonly version?: string;
  /** Who incidents are paid through; without one nothing is sold. */
  readonly shop?: Shop | null;
  readonly signReceipt?: ModuleContext["signReceipt"];
  /** Stands in for the schema in tests of the layer itself. */
  readonly schema?: GraphQLSchema;
}

export const createGraphqlHandler = async (options: GraphqlHandlerOptions): Promise<GraphqlHandler> => {
  const { db, clock, config } = options;
  const schema = options.schema ?? (await buildApiSchema());
  const catalogue = await createCatalogueCache(db, clock, (now) => takeDuePacks(db, now, config.entitlementZone));
  const teams = await createTeamCache(db, clock);
  const settings = settingsOf(options);
  const refreshPacks = async (): Promise<void> => {
    await Promise.all([catalogue.refresh(), teams.refresh()]);
  };
  return createOperationHandler({
    ...options,
    schema,
    policies: POLICIES,
    live: MODULES.live,
    nodes: MODULES.nodes,
    services: await startServices(MODULES.services, { db, clock }, [
      [catalogueCache, catalogue],
      [addressFollower, followAddress],
    ]),
    moduleContext: () => ({
      settings,
      shop: options.shop ?? null,
      takesPrice: takenBy(options.shop ?? null),
      signReceipt: options.signReceipt ?? (() => ""),
      exportedHeads: async () => (config.dataDir === undefined ? [] : readHeads(headsFile(config.dataDir))),
      catalogue: catalogue.current(),
      teams: teams.current(),
      refreshPacks,
    }),
  });
};

const settingsOf = ({ config, version, shop }: GraphqlHandlerOptions): Settings => ({
  isPurchaseEnabled: (shop ?? null) !== null,
  arePersonasEnabled: config.oidc === null,
  version: version ?? "",
  entitlementTimeZone: config.entitlementZone,
  publicOrigin: config.publicOrigin,
});

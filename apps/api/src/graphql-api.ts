/** The API of this program: the schema of all modules, and what they give to the context of each request. */
import type { GraphQLSchema } from "graphql";
import { headsFile, readHeads } from "./audit-heads.js";
import type { ModuleContext, Settings } from "./context.js";
import { catalogueCache, createCatalogueHolder, createTeamHolder } from "./graphql/catalogue-holder.js";
import { createOperationHandler, type GraphqlHandler, type OperationOptions } from "./graphql/handler.js";
import { startServices } from "./kernel/service.js";
import { MODULES } from "./modules/modules.js";
import { takeDuePacks } from "./packs/put-in-force.js";
import { buildApiSchema, POLICIES } from "./schema.js";
import { LIVE_FIELDS } from "./graphql/live/live-fields.js";
import type { Shop } from "./shop.js";

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
  const catalogue = await createCatalogueHolder(db, clock, (now) => takeDuePacks(db, now, config.entitlementZone));
  const teams = await createTeamHolder(db, clock);
  const settings = settingsOf(options);
  const refreshPacks = async (): Promise<void> => {
    await Promise.all([catalogue.refresh(), teams.refresh()]);
  };
  return createOperationHandler({
    ...options,
    schema,
    policies: POLICIES,
    live: LIVE_FIELDS,
    services: await startServices(MODULES.services, { db, clock }, [[catalogueCache, catalogue]]),
    moduleContext: () => ({
      settings,
      shop: options.shop ?? null,
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

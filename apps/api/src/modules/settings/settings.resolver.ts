/** The settings of this installation: open to everybody (R9, R55). */
import { Ctx, Query, Resolver } from "type-graphql";
import type { RequestContext, Settings } from "../../kernel/graphql/context.js";
import { PortalSettingsType } from "./settings.type.js";

@Resolver()
export class SettingsResolver {
  @Query(() => PortalSettingsType, { description: "Settings of this installation. Needs no sign-in." })
  portalSettings(@Ctx() { settings }: RequestContext): Settings {
    return settings;
  }
}

/** What a client asks first: the account and what it may do (F1). */
import { type Account, capabilitiesOf, staffRightsOf } from "@accord/domain";
import type { RequestContext } from "../../../kernel/graphql/context.js";
import type { ViewerType } from "../types/viewer.type.js";

export const viewerOf = ({ principal, language, settings }: RequestContext, account: Account): ViewerType => {
  const { canPurchase, canAddAgreement } = capabilitiesOf(account);
  return {
    account,
    isProfileComplete: account.profile !== null,
    profileDefaults: {
      country: account.profile?.country ?? null,
      timeZone: account.profile?.timeZone ?? null,
      language: account.profile?.language ?? language,
    },
    scopes: principal.kind === "token" ? [...principal.scopes] : null,
    canPurchase: canPurchase && settings.isPurchaseEnabled,
    canAddAgreement,
    staffRights: staffRightsOf(account.roles),
    reauthenticatedAt: principal.kind === "session" ? principal.authenticatedAt : null,
  };
};

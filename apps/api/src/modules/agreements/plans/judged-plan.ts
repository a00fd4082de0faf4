/** A judged plan as the fields of AvailablePlan, UnavailablePlan, JudgedPlan and PlanUnavailableError read it; sentences and remedies are made on demand. */
import {
  admitsAccountKind,
  capabilitiesOf,
  isStaff,
  type Judgement,
  type Need,
  offersFor,
  type Price,
  type Programme,
  type Remedy,
  type RemedyContext,
  type RuleCheck,
  remediesFor,
  type SupportPlan,
  type UnavailabilityReason,
} from "@accord/domain";
import { accountOf, type RequestContext } from "../../../kernel/graphql/context.js";
import { fieldsOf, type TypeFields } from "../../../kernel/graphql/field-map.js";
import { checkSentence, reasonSentence, remedySentence } from "../../../kernel/text/sentences.js";
import { helpArticles } from "../../help/module.js";

export interface JudgedReason extends UnavailabilityReason {
  readonly judged: JudgedPlan;
}

/** One plan and how it came out for one need. */
export class JudgedPlan {
  constructor(
    private readonly judgement: Judgement,
    readonly need: Need,
    /** Every plan of the account: another of them may be the remedy. */
    readonly plans: readonly SupportPlan[],
    /** Where the customer is: what can be bought depends on it. Null: where the profile says. */
    readonly country: string | null,
  ) {}

  /** For the cursors of a list: a plan stands in it once. */
  get id(): string {
    return this.judgement.plan.id;
  }

  get isAvailable(): boolean {
    return this.judgement.unavailableBecause.length === 0;
  }

  get plan(): SupportPlan {
    return this.judgement.plan;
  }

  get checks(): readonly RuleCheck[] {
    return this.judgement.checks;
  }

  get reasons(): readonly JudgedReason[] {
    return this.judgement.unavailableBecause.map((reason) => ({ ...reason, judged: this }));
  }
}

/** What can be bought where the customer is; nothing until this portal sells incidents. */
const offeredProgrammes = (context: RequestContext, asked: string | null): readonly Programme[] => {
  const country = context.catalogue.countries.get(asked ?? accountOf(context).profile?.country ?? "");
  if (!context.settings.isPurchaseEnabled || country === undefined) return [];
  return offersFor(country, context.catalogue.all.programmes, context.takesPrice).offers.map(
    ({ programme }) => programme,
  );
};

const remedyContext = ({ plan, need, plans, country }: JudgedPlan, context: RequestContext): RemedyContext => {
  const account = accountOf(context);
  const { canAddAgreement, canPurchase } = capabilitiesOf(account);
  const { isPurchaseEnabled } = context.settings;
  return {
    plan,
    need,
    versionsOfProduct: context.catalogue.versionsOf(need.product.id),
    otherPlans: plans,
    portal: context.catalogue.portalOf(need.product),
    canAddAgreement,
    canPurchase: canPurchase && isPurchaseEnabled,
    couldPurchaseWithPersonalAccount: isPurchaseEnabled && account.kind !== "PERSONAL" && !isStaff(account),
    agreementProgrammes: context.catalogue.all.programmes.filter(
      (programme) => programme.origin === "AGREEMENT" && admitsAccountKind(programme, account.kind),
    ),
    offeredProgrammes: offeredProgrammes(context, country),
    articleIds: context.service(helpArticles).current(),
  };
};

export const judgedFields: readonly TypeFields[] = [
  fieldsOf<JudgedReason>("UnavailabilityReason", {
    message: (reason, _args, { language }) => reasonSentence(language, reason),
    remedies: (reason, _args, context) => remediesFor(reason, remedyContext(reason.judged, context)),
  }),
  fieldsOf<Remedy>("Remedy", {
    message: (remedy, _args, { language }) => remedySentence(language, remedy),
    productVersion: ({ productVersionId }, _args, { catalogue }) =>
      productVersionId === null ? null : (catalogue.versions.get(productVersionId) ?? null),
    portal: ({ portalId }, _args, { catalogue }) =>
      portalId === null ? null : (catalogue.portals.get(portalId) ?? null),
  }),
  fieldsOf<RuleCheck>("RuleCheck", { explanation: (check, _args, { language }) => checkSentence(language, check) }),
];

declare module "../../../kernel/graphql/context.js" {
  interface ModuleContext {
    /** Whether a price can be charged here: every one where nothing is sold. */
    readonly takesPrice: (price: Price) => boolean;
  }
}

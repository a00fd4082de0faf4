/** English: why a plan cannot be used, what helps, what it covers. ICU text; days (`on`) come written out in the reader's language. */
import type { PlanMessages } from "./message.js";

const EXPIRED = "Support plan has expired";
const NO_UNITS = "Support plan has no units available";
const NOT_BEGUN = "Support plan has not begun yet";
const WITHDRAWN = "Support plan was withdrawn";
const RETIRED = "Support plan belongs to a programme that has ended";
const WRONG_PRODUCT = "Support plan cannot be used for support on the specified product (Code: 8)";

export const plansEn = {
  sentences: { 1: EXPIRED, 2: NO_UNITS, 3: NOT_BEGUN, 4: WITHDRAWN, 5: RETIRED, 8: WRONG_PRODUCT },
  reasons: {
    EXPIRED: {
      message: `${EXPIRED}. Its last day was {on}.`,
      remedy: "Choose another plan, or add the agreement that follows it.",
    },
    NO_INCIDENTS_LEFT: {
      message: `${NO_UNITS}. {total, plural, one {The only incident has} other {All # incidents have}} been used.`,
      remedy: "Choose another plan, or add another agreement.",
    },
    REVOKED: {
      message: `${WITHDRAWN} on {on}.`,
      remedy: "Choose another plan, or ask your support vendor why it was withdrawn.",
    },
    NOT_YET_ACTIVE: {
      message: `${NOT_BEGUN}. Its first day is {on}.`,
      remedy: "Wait until then, or choose another plan.",
    },
    PROGRAMME_RETIRED: {
      message: `${RETIRED}, on {on}.`,
      remedy: "Choose another plan, or ask your support vendor what replaced it.",
    },
    ON_PREMISES_PRODUCTS_ONLY: {
      message: `${WRONG_PRODUCT}. It covers on-premises products only; {product} is a cloud product.`,
      remedy: "For cloud products use a cloud support plan: partners use Signature Cloud Support or buy cloud support.",
    },
    CLOUD_PRODUCTS_ONLY: {
      message: `${WRONG_PRODUCT}. It covers cloud products only; {product} runs on premises.`,
      remedy: "Choose a plan for on-premises products, or add such an agreement.",
    },
    PRODUCT_NOT_COVERED: {
      message: `${WRONG_PRODUCT}. Its programme leaves out {product}.`,
      remedy: "Choose another plan, or add an agreement that covers this product.",
    },
    LIFECYCLE_PHASE_NOT_COVERED: {
      message: `${WRONG_PRODUCT}. {phase, select, EXTENDED {{version} is in extended support{hasDay, select, yes { since mainstream support ended on {on}} other {}}, which this plan does not cover.} ENDED {{version} is no longer supported{hasDay, select, yes {: its support ended on {on}} other {}}.} NOT_RELEASED {{version} is not released yet{hasDay, select, yes {: it comes out on {on}} other {}}.} other {No support dates are known for {version}.}}`,
      remedy:
        "{phase, select, EXTENDED {Choose a plan that covers extended support.} ENDED {Ask your support vendor what can still be done for it.} NOT_RELEASED {Choose a version that has been released.} other {Choose a version with known support dates, or ask your support vendor.}}",
    },
    VERSION_TOO_OLD: {
      message: `${WRONG_PRODUCT}. It covers the current version of {product} and the one before it; {version} is older.`,
      remedy: "Choose a plan that covers older versions.",
    },
  },
  remedies: {
    CHOOSE_VERSION: "Choose {version}, if that is what you have: this plan covers it.",
    CHOOSE_OTHER_PLAN: "Choose your plan “{programme}” instead: it can be used for this product.",
    ADD_AGREEMENT: "Add another agreement with its Access ID and Agreement ID.",
    USE_PERSONAL_ACCOUNT:
      "Continue with a personal account and buy an incident there: it covers this version, and what you typed comes along.",
    BUY_INCIDENT: "Buy an incident by card: it covers this version.",
    USE_OTHER_PORTAL: "Open the request in {portal}.",
    WAIT_UNTIL: "Wait until {on}: from that day this plan can be used.",
    CONTACT_VENDOR: "Ask your support vendor for help with this plan.",
    READ_ARTICLE: "Read the help page about this.",
  },
  checks: {
    EXPIRED: { passed: "The plan has not ended.", failed: "The plan has ended." },
    NO_INCIDENTS_LEFT: {
      passed: "There are incidents left, or their number is not limited.",
      failed: "No incidents are left.",
    },
    REVOKED: { passed: "The plan was not withdrawn.", failed: "The plan was withdrawn." },
    NOT_YET_ACTIVE: { passed: "The plan has begun.", failed: "The plan has not begun yet." },
    PROGRAMME_RETIRED: { passed: "The programme is still running.", failed: "The programme has ended." },
    ON_PREMISES_PRODUCTS_ONLY: {
      passed: "The plan is not limited to on-premises products, or the product runs on premises.",
      failed: "The plan covers on-premises products only, and this is a cloud product.",
    },
    CLOUD_PRODUCTS_ONLY: {
      passed: "The plan is not limited to cloud products, or this is a cloud product.",
      failed: "The plan covers cloud products only, and the product runs on premises.",
    },
    PRODUCT_NOT_COVERED: {
      passed: "The programme does not leave this product out.",
      failed: "The programme leaves this product out.",
    },
    LIFECYCLE_PHASE_NOT_COVERED: {
      passed: "The plan covers the lifecycle phase of the version.",
      failed: "The plan does not cover the lifecycle phase of the version.",
    },
    VERSION_TOO_OLD: {
      passed: "The version is recent enough for this plan.",
      failed: "The version is older than the current and the previous one.",
    },
  },
  notJudged: "Not judged: the plan does not cover products of this kind.",
  coverage:
    "{delivery, select, CLOUD {Cloud products} BOTH {On-premises and cloud products} other {On-premises products}}{phases, select, MAINSTREAM { in mainstream support} MAINSTREAM_AND_EXTENDED { in mainstream or extended support} other {}}{versionRule, select, CURRENT_AND_PREVIOUS {, the current version and the one before it} other {}}{environment, select, NON_PRODUCTION {, outside production} other {}}{exceptions, select, SOME {; some products are treated differently} other {}}.",
} satisfies PlanMessages;

/** Who may ask what, which fields are published, what mutations refuse, and which of them are done once by nature. */

import { connection, open, signedIn } from "../../kernel/graphql/root-policy.js";
import type { PolicyPart } from "../../kernel/module.js";

export const cataloguePolicies = {
  roots: {
    "Query.portalRoutes": open,
    "Query.catalogue": signedIn,
    "Query.countries": signedIn,
    "Query.expectedFirstResponse": signedIn,
    "Query.portalRoute": signedIn,
    "Query.product": signedIn,
    "Query.productVersion": signedIn,
    "Query.productVersions": signedIn,
    "Query.programmes": signedIn,
    "Query.severities": signedIn,
  },
  published: {
    Category: "id createdAt updatedAt slug name problems",
    Country: "code name timeZones defaultTimeZone isServed businessHours",
    DeadlineInterval: "from until minutes kind name",
    GeneralTopic: "id createdAt updatedAt slug name description links",
    FirstResponse: "dueAt respondedAt state targetHours isBusinessTime timeZone intervals",
    OtherPortalError: "code message path remedy portal",
    PlanCoverage: "deliveries phases versionRule isNonProductionOnly summary",
    Portal: "id createdAt updatedAt slug name isHere url signIn pairNeeded pairAlternative docsUrl",
    PortalRoute: "portal families products",
    Problem: "id createdAt updatedAt slug name",
    Product: "id createdAt updatedAt slug family name delivery portal versions categories",
    ProductVersion:
      "id createdAt updatedAt slug name product phase endStatus releasedOn mainstreamEndsOn extendedEndsOn rank track",
    Programme:
      "id createdAt updatedAt slug name origin incidents termYears termExtraDays activation coverage accountKinds retiredOn",
    ProgrammeActivation: "basis redeemWithinMonths",
    SeverityLevel: "severity name impact responseHours offers24x7 customerCommitment",
    TopicLink: "label address",
    ...connection("Product"),
    ...connection("ProductVersion"),
  },
} satisfies PolicyPart;

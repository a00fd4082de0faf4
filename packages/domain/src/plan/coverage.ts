/** What a programme covers, as parameters of one sentence of the message catalogue (R2, R44-R46, R71). */
import type { Programme } from "./support-plan.js";

export interface Coverage {
  readonly code: "COVERAGE";
  readonly params: {
    readonly delivery: "ON_PREMISES" | "CLOUD" | "BOTH";
    readonly phases: "MAINSTREAM" | "MAINSTREAM_AND_EXTENDED" | "ANY";
    readonly versionRule: Programme["versionRule"];
    readonly environment: "NON_PRODUCTION" | "ANY";
    /** Whether single products or families are treated otherwise. */
    readonly exceptions: "SOME" | "NONE";
  };
}

/** Cloud services are kept current: a programme of cloud products alone says nothing of phases. */
export const describeCoverage = (programme: Programme): Coverage => {
  const hasOnPremises = programme.deliveries.includes("ON_PREMISES");
  const hasCloud = programme.deliveries.includes("CLOUD");
  const hasExtended = programme.phases.includes("EXTENDED");
  return {
    code: "COVERAGE",
    params: {
      delivery: hasOnPremises && hasCloud ? "BOTH" : hasCloud ? "CLOUD" : "ON_PREMISES",
      phases: !hasOnPremises ? "ANY" : hasExtended ? "MAINSTREAM_AND_EXTENDED" : "MAINSTREAM",
      versionRule: programme.versionRule,
      environment: programme.isNonProductionOnly ? "NON_PRODUCTION" : "ANY",
      exceptions: programme.phaseOverrides.length + programme.excludedFamilies.length > 0 ? "SOME" : "NONE",
    },
  };
};

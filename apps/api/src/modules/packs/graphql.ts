/** The face of the types of packs. */
export { PackFileType, PackKindEnum, PackType, ChangedDraftConnectionType, ChangedPlanConnectionType, PackChangeConnectionType, PackProblemType } from "./types/pack.type.js";

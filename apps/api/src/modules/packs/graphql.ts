/** The face of the types of packs. */
export {
  ChangedDraftConnectionType,
  ChangedPlanConnectionType,
  PackChangeConnectionType,
  PackConnectionType,
  PackFileType,
  PackKindEnum,
  PackProblemType,
  PackType,
} from "./types/pack.type.js";

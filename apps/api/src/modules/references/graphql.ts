/** The face of the types of references. */
export {
  METADATA_FILTER,
  METADATA_INPUT,
  MetadataEntryInput,
  MetadataEntryType,
  REFERENCE_FILTER,
  REFERENCE_INPUT,
} from "./references.types.js";

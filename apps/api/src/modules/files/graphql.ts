/** The face of the types of files. */
export { AttachmentType } from "./types/attachment.type.js";

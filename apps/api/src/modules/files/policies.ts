/** Who may ask what, which fields are published, what mutations refuse, and which of them are done once by nature. */
import type { PolicyPart } from "../../kernel/module.js";

export const filesPolicies = {
  published: {
    Attachment:
      "id createdAt updatedAt name size mediaType sha256 state uploaderName isPreviewable url previewUrl refusal",
  },
} satisfies PolicyPart;

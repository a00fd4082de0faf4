/** Computed fields of files, and of what they were sent with (R92, F47). */
import { type Attachment, isDownloadable, previewOf, type RequestDraft } from "@accord/domain";
import { authorise, mayReach, type RequestContext, type Settings } from "../../../kernel/graphql/context.js";
import { fieldsOf, type TypeFields } from "../../../kernel/graphql/field-map.js";
import { refusalSentences } from "../../../kernel/text/sentences.js";
import { type AttachmentDetail, draftFilesLoader, entryFilesLoader, requestFilesLoader } from "../../files/module.js";
import type { RequestSource, TimelineRow } from "../storage/request.store.js";

const urlOf = (attachment: Attachment): string | null =>
  isDownloadable(attachment) ? `/files/${attachment.id}` : null;

const isPreviewable = (attachment: Attachment): boolean =>
  isDownloadable(attachment) && previewOf(attachment.mediaType, attachment.size) !== null;

const refusalOf = ({ refusal }: Attachment, { language }: RequestContext): string | null => {
  if (refusal === null) return null;
  return refusalSentences(language, {
    code: "ATTACHMENT_REFUSED",
    path: null,
    params: { reason: refusal, mebibytes: 0 },
  }).message;
};

/** Those this account may see. */
export const filesSeen = async (
  files: readonly AttachmentDetail[],
  context: RequestContext,
): Promise<readonly AttachmentDetail[]> => {
  const judged = await Promise.all(files.map((file) => mayReach("Attachment", file, context)));
  return files.filter((_file, place) => judged[place]).map((file) => authorise(context, file));
};

export const attachmentFields: readonly TypeFields[] = [
  fieldsOf<AttachmentDetail>("Attachment", {
    // While it comes in, when that began.
    createdAt: ({ createdAt, uploadedAt }) => uploadedAt ?? createdAt,
    updatedAt: ({ createdAt, uploadedAt }) => uploadedAt ?? createdAt,
    mediaType: ({ mediaType, declaredType }) => mediaType ?? declaredType,
    isPreviewable: (attachment) => isPreviewable(attachment),
    url: (attachment) => urlOf(attachment),
    previewUrl: (attachment) => (isPreviewable(attachment) ? urlOf(attachment) : null),
    refusal: (attachment, _args, context) => refusalOf(attachment, context),
  }),
  // Told before anything is chosen.
  fieldsOf<Settings>("PortalSettings", {
    fileBytes: (_settings, _args, { limits }: RequestContext) => limits.fileBytes,
    filesPerRequest: (_settings, _args, { limits }: RequestContext) => limits.filesPerRequest,
    fileBytesPerRequest: (_settings, _args, { limits }: RequestContext) => limits.fileBytesPerRequest,
  }),
  fieldsOf<RequestSource>("SupportRequest", {
    attachments: async ({ id }, _args, context) =>
      filesSeen(await context.loaders.of(requestFilesLoader).load(id), context),
  }),
  fieldsOf<TimelineRow>("TimelineEntry", {
    // The mail as it came stands with the mail.
    attachments: async ({ id, mail }, _args, context) =>
      filesSeen(
        (await context.loaders.of(entryFilesLoader).load(id)).filter((file) => file.id !== mail?.rawId),
        context,
      ),
    mail: async ({ id, mail }, _args, context) => {
      if (mail === null) return null;
      const files =
        mail.rawId === null ? [] : await filesSeen(await context.loaders.of(entryFilesLoader).load(id), context);
      return { ...mail, raw: files.find((file) => file.id === mail.rawId) ?? null };
    },
  }),
  fieldsOf<RequestDraft>("RequestDraft", {
    attachments: async ({ id }, _args, context) =>
      filesSeen(await context.loaders.of(draftFilesLoader).load(id), context),
  }),
];

/** The files of a mail, kept as uploads are; what is not taken is named, and the mail itself stays where it says more than the page (F50, F47). */
import { createHash } from "node:crypto";
import { displayNameOf, type LeftOutFile } from "@accord/domain";
import { attachmentStore } from "../../files/module.js";
import type { InboundContext, Judged } from "./incoming.js";
import type { MailFile } from "./read-mail.js";
import type { Receiver } from "./receiver.js";

export interface KeptFiles {
  readonly ids: readonly string[];
  readonly leftOut: readonly LeftOutFile[];
  /** The mail as it came. */
  readonly rawId: string | null;
}

/** Programs send our own mail back with what they say of it. */
const WITH_OUR_MAIL: ReadonlySet<string> = new Set(["READ_RECEIPT", "DELIVERY_REPORT"]);
/** A larger picture that comes again was meant to come again. */
const LARGEST_LOGO = 40 * 1024;

export const keepFiles = async (receiver: Receiver, ground: InboundContext, judged: Judged): Promise<KeptFiles> => {
  const { keepFile } = receiver;
  const { requestId, mail, raw, account } = ground;
  const { automatic, problem } = judged.received;
  if (keepFile === null) throw new Error("nothing keeps files");
  const owner = { requestId, uploaderId: account?.id ?? null };
  const ids: string[] = [];
  const leftOut: LeftOutFile[] = [];
  for (const { name, contentType, bytes } of WITH_OUR_MAIL.has(automatic ?? "")
    ? []
    : await wanted(receiver, ground, judged)) {
    const kept = await keepFile({ ...owner, name, contentType, bytes, isRaw: false });
    if ("id" in kept) ids.push(kept.id);
    else leftOut.push({ name: displayNameOf(name), reason: kept.reason });
  }
  const isSilent = judged.text === "" && judged.quoted === "" && ids.length === 0 && mail.reports.length === 0;
  if (problem === null && leftOut.length === 0 && !isSilent) return { ids, leftOut, rawId: null };
  const rawMail = await keepFile({
    ...owner,
    name: "e-mail.eml",
    contentType: "message/rfc822",
    bytes: raw,
    isRaw: true,
  });
  // Only what is not even a file could be turned away here; then nothing was taken.
  if (!("id" in rawMail)) throw new Error(`the mail itself could not be kept: ${rawMail.reason}`);
  return { ids: [...ids, rawMail.id], leftOut, rawId: rawMail.id };
};

/** Each content once; a small picture in the text that the request holds already is the logo of a signature. */
const wanted = async (
  { db }: Receiver,
  { requestId, mail }: InboundContext,
  { text }: Judged,
): Promise<readonly MailFile[]> => {
  const digests = new Map(mail.files.map((file) => [createHash("sha256").update(file.bytes).digest("hex"), file]));
  const isAlone = text.replace(/\[[^\]]*\]/g, "").trim() === "" && mail.files.every(({ isInline }) => isInline);
  if (isAlone || !mail.files.some(isSmallPicture)) return [...digests.values()];
  const held = new Set((await db.read.of(attachmentStore).ofRequests([requestId])).map(({ sha256 }) => sha256));
  return [...digests].filter(([digest, file]) => !(isSmallPicture(file) && held.has(digest))).map(([, file]) => file);
};

const isSmallPicture = ({ isInline, bytes }: MailFile): boolean => isInline && bytes.length <= LARGEST_LOGO;

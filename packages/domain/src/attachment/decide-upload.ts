/** Whether a file may be sent at all, told before a byte of it is (F47; contract.md, Limits). */
import { accept, type Result, refuse } from "../shared/result.js";

export interface FileLimits {
  /** Bytes of one file. */
  readonly fileBytes: number;
  readonly filesPerRequest: number;
  /** Bytes of all files of one request. */
  readonly fileBytesPerRequest: number;
}

/** What a request or a draft holds already, unfinished uploads with it. */
export interface FileUsage {
  readonly files: number;
  /** Bytes. */
  readonly bytes: number;
}

export const decideUpload = (
  size: number,
  held: FileUsage,
  limits: FileLimits,
): Result<{ readonly size: number }, "ATTACHMENT_REFUSED" | "ATTACHMENT_LIMIT_REACHED"> => {
  if (!Number.isSafeInteger(size) || size <= 0) return refuse("ATTACHMENT_REFUSED", ["size"], { reason: "EMPTY" });
  if (size > limits.fileBytes)
    return refuse("ATTACHMENT_REFUSED", ["size"], { reason: "TOO_LARGE", mebibytes: mebibytes(limits.fileBytes) });
  if (held.files >= limits.filesPerRequest)
    return refuse("ATTACHMENT_LIMIT_REACHED", null, { what: "FILES", files: limits.filesPerRequest });
  if (held.bytes + size > limits.fileBytesPerRequest)
    return refuse("ATTACHMENT_LIMIT_REACHED", ["size"], {
      what: "BYTES",
      mebibytes: mebibytes(limits.fileBytesPerRequest),
    });
  return accept({ size });
};

const mebibytes = (bytes: number): number => Math.max(1, Math.floor(bytes / 1024 ** 2));

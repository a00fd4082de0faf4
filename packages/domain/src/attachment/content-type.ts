/** What a file is by its bytes, what it claimed to be, and as what it is handed out (F47, I-8). */

const IMAGES: ReadonlySet<string> = new Set(["image/png", "image/jpeg", "image/gif"]);
/** Handed out by their own name; everything else is bytes. */
const NAMED: ReadonlySet<string> = new Set([...IMAGES, "application/pdf", "text/plain"]);
export const UNKNOWN_TYPE = "application/octet-stream";

/** Images above this are not shown in the page. */
const LARGEST_IMAGE = 20 * 1024 * 1024;
/** So much of a text is shown in the page, in bytes. */
export const TEXT_PREVIEW_BYTES = 64 * 1024;

/** The `Content-Type` a file of this type is sent with. */
export const servedTypeOf = (mediaType: string | null): string => {
  if (mediaType === "text/plain") return "text/plain; charset=utf-8";
  return mediaType !== null && NAMED.has(mediaType) ? mediaType : UNKNOWN_TYPE;
};

export type PreviewKind = "IMAGE" | "TEXT";

/** How it is shown in the page; null: not at all. */
export const previewOf = (mediaType: string | null, size: number): PreviewKind | null => {
  if (mediaType === "text/plain") return "TEXT";
  return mediaType !== null && IMAGES.has(mediaType) && size <= LARGEST_IMAGE ? "IMAGE" : null;
};

/** Claims that bytes can contradict: each family, and the beginning of the types its bytes have. */
const FAMILIES: readonly (readonly [claim: RegExp, bytes: RegExp])[] = [
  [/^image\/(?!svg)/, /^image\/(?!svg)/],
  [/^(audio|video)\//, /^(audio|video|application\/(ogg|mp4|vnd\.ms-asf|x-matroska))/],
  [/^application\/pdf$/, /^application\/pdf$/],
  [/^application\/(x-)?(zip|gzip|7z-compressed|rar|xz|bzip2?)(-compressed)?$/, /^application\//],
];

/** A file that says it is a picture and is a program deceives whoever opens it; one without a claim deceives nobody. */
export const isLying = (declaredType: string, sniffedType: string): boolean => {
  const [claimed = ""] = declaredType.toLowerCase().split(";");
  const family = FAMILIES.find(([claim]) => claim.test(claimed.trim()));
  if (family !== undefined) return sniffedType === UNKNOWN_TYPE || !family[1].test(sniffedType);
  return claimed.trim() === "text/plain" && EXECUTABLE.test(sniffedType);
};

const EXECUTABLE =
  /^application\/(x-msdownload|x-elf|x-mach-binary|x-msi|vnd\.microsoft\.portable-executable|java-vm|wasm)/;

/** What a sender may claim: a media type, or nothing that can be told. */
export const declaredTypeOf = (given: string): string =>
  /^[\w!#$&^.+-]{1,64}\/[\w!#$&^.+-]{1,64}(\s*;.{0,64})?$/u.test(given) ? given.toLowerCase() : UNKNOWN_TYPE;

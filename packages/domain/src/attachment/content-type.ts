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

/** What runs when it is opened, whatever it is called. */
const EXECUTABLE =
  /^application\/(x-msdownload|x-elf|x-mach-binary|x-msi|vnd\.microsoft\.portable-executable|java-vm|java-archive|wasm|x\.ms\.shortcut|x\.apple\.alias|x-ms-regedit|vnd\.ms-htmlhelp|vnd\.android\.package-archive|x-google-chrome-extension|x-shockwave-flash)$/;
/** What a browser runs. As text it is its own source, and honest. */
const PAGE = /^(text\/html|application\/xhtml\+xml|image\/svg\+xml)$/;
/** Claims that make nobody careful: pictures, sounds, films, texts, documents, archives, fonts. */
const MEDIA_OR_DOCUMENT =
  /^(image\/(?!svg)|audio\/|video\/|font\/|application\/(pdf|rtf|msword|zip|gzip|json|xml|(x-)?(zip|7z|rar|xz|bzip2?)(-compressed)?$|vnd\.(ms-(excel|powerpoint|outlook|xpsdocument)|openxmlformats|oasis)))/;
const TEXT = /^text\/(?!html$|javascript$)/;

/**
 * A program, or a page that runs, under a claim that makes nobody careful: it deceives whoever opens it. Any other difference
 * deceives nobody: a claim is what an operating system guesses from a name (`server.ts` is a film to some), and the bytes decide.
 */
export const isDeceitful = (declaredType: string, sniffedType: string): boolean => {
  const claimed = (declaredType.toLowerCase().split(";")[0] ?? "").trim();
  if (EXECUTABLE.test(sniffedType)) return MEDIA_OR_DOCUMENT.test(claimed) || TEXT.test(claimed);
  return PAGE.test(sniffedType) && MEDIA_OR_DOCUMENT.test(claimed) && !claimed.endsWith("xml");
};

/** What a sender may claim: a media type, or nothing that can be told. */
export const declaredTypeOf = (given: string): string =>
  /^[\w!#$&^.+-]{1,64}\/[\w!#$&^.+-]{1,64}(\s*;.{0,64})?$/u.test(given) ? given.toLowerCase() : UNKNOWN_TYPE;

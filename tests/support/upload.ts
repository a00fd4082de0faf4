/** Sends files as a client would: announced by the API, bytes by tus. */
import type { TestServer } from "./test-server.js";
import type { Visitor } from "./visitor.js";

export interface FileToSend {
  readonly requestId?: string;
  readonly draftId?: string;
  readonly name: string;
  readonly size: number;
  readonly mediaType: string;
}

const ANNOUNCE = `mutation ($input: CreateAttachmentUploadInput!) { createAttachmentUpload(input: $input) {
  attachment { id state } uploadUrl headers { name value } expiresAt userErrors { code message path } } }`;

export const announce = async (visitor: Pick<Visitor, "ask">, file: FileToSend) =>
  visitor.ask(ANNOUNCE, { input: file });

/** The id of an accepted upload. */
export const newUpload = async (visitor: Pick<Visitor, "ask">, file: FileToSend): Promise<string> => {
  const answer = await announce(visitor, file);
  const id = answer.data?.createAttachmentUpload.attachment?.id;
  if (typeof id !== "string") throw new Error(`not accepted: ${JSON.stringify(answer)}`);
  return id;
};

export const tusHeaders = (server: Pick<TestServer, "origin">, { cookie }: Pick<Visitor, "cookie">) => ({
  cookie,
  origin: server.origin,
  "tus-resumable": "1.0.0",
  "content-type": "application/offset+octet-stream",
});

/** One PATCH with everything from `offset` on. */
export const sendBytes = (
  server: Pick<TestServer, "origin">,
  visitor: Pick<Visitor, "cookie">,
  id: string,
  bytes: Uint8Array,
  offset = 0,
): Promise<Response> =>
  fetch(new URL(`/files/${id}`, server.origin), {
    method: "PATCH",
    headers: { ...tusHeaders(server, visitor), "upload-offset": String(offset) },
    body: new Uint8Array(bytes.subarray(offset > bytes.length ? bytes.length : offset)),
  });

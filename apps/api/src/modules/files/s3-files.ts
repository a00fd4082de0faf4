/** Files on S3 (BLOB_URL=s3://bucket/prefix?endpoint=…&region=…): multipart uploads, then copies under their digest. */
import { Readable } from "node:stream";
import { type ListObjectsV2CommandOutput, NoSuchKey, NotFound, S3 } from "@aws-sdk/client-s3";
import { S3Store } from "@tus/s3-store";
import { Upload } from "@tus/server";
import type { FileRoom, SizeOf, Stored } from "./file-room.js";

const DIGEST = /^[0-9a-f]{64}$/;

/** Credentials come from the address (user and password) or from where the SDK looks for them. */
export const openS3Files = (url: string, sizeOf: SizeOf): FileRoom => {
  const { client, bucket, prefix, options } = clientOf(url);
  const uploads = new S3Store({ s3ClientConfig: { ...options, bucket }, useTags: false });
  uploads.extensions = ["creation", "termination"];
  const { uploadKey, contentKey, asideKey } = createKeys(prefix);
  const { find, copy, move, remove, list } = createObjects(client, bucket);
  const dropUpload = async (id: string): Promise<void> => {
    // Removes the parts, the object and what the store notes beside it; there may be none of them.
    await uploads.remove(uploadKey(id)).catch(() => undefined);
  };
  return {
    uploads,
    uploadKey,
    begin: async (id, size) => {
      const isBegun = (await find(`${uploadKey(id)}.info`)) !== null;
      if (!isBegun && (await sizeOf(id)) !== null)
        await uploads.create(new Upload({ id: uploadKey(id), size, offset: 0 }));
    },
    received: async (id) => {
      if ((await find(`${uploadKey(id)}.info`)) === null) return null;
      return (await uploads.getUpload(uploadKey(id))).offset;
    },
    readUpload: (id) => uploads.read(uploadKey(id)),
    keep: async (id, sha256) => {
      // Copied also over the same content: young again, so that nobody clears it away.
      await copy(uploadKey(id), contentKey(sha256));
      await dropUpload(id);
    },
    dropUpload,
    find: async (sha256) => {
      const head = await find(contentKey(sha256));
      return head && { size: head.ContentLength ?? 0, version: `${head.ETag}:${head.LastModified?.getTime()}` };
    },
    read: async (sha256, range) => {
      const bounds = range === null ? {} : { Range: `bytes=${range.first}-${range.last}` };
      const { Body } = await client.getObject({ Bucket: bucket, Key: contentKey(sha256), ...bounds });
      if (!(Body instanceof Readable)) throw new Error("S3 answered without a stream");
      return Body;
    },
    contents: () => list(`${prefix}sha256/`, (name) => DIGEST.test(name)),
    begun: () => list(`${prefix}uploads/`, (name) => !name.includes(".")),
    recover: async () => {
      for await (const { name } of list(`${prefix}aside/`, (found) => DIGEST.test(found)))
        await move(asideKey(name), contentKey(name)).catch(unlessMissing);
    },
    setAside: async (sha256) => {
      if ((await find(contentKey(sha256))) === null) return null;
      await move(contentKey(sha256), asideKey(sha256));
      return {
        putBack: () => move(asideKey(sha256), contentKey(sha256)),
        destroy: () => remove(asideKey(sha256)),
      };
    },
  };
};

/** What the objects are called: uploads by their attachment, content by its digest. */
const createKeys = (prefix: string) => ({
  uploadKey: (id: string): string => `${prefix}uploads/${id}`,
  contentKey: (sha256: string): string => {
    if (!DIGEST.test(sha256)) throw new TypeError("not a digest");
    return `${prefix}sha256/${sha256.slice(0, 2)}/${sha256.slice(2, 4)}/${sha256}`;
  },
  asideKey: (sha256: string): string => `${prefix}aside/${sha256}`,
});

/** The objects of a bucket: S3 copies and deletes, but does not move. */
const createObjects = (client: S3, bucket: string) => {
  const copy = async (from: string, to: string): Promise<void> => {
    await client.copyObject({ Bucket: bucket, Key: to, CopySource: `${bucket}/${encodeURI(from)}` });
  };
  const remove = async (key: string): Promise<void> => {
    await client.deleteObject({ Bucket: bucket, Key: key });
  };
  return {
    /** Null: it is not there. */
    find: (key: string) => client.headObject({ Bucket: bucket, Key: key }).catch(unlessMissing),
    copy,
    move: async (from: string, to: string): Promise<void> => {
      await copy(from, to);
      await remove(from);
    },
    remove,
    list: async function* (folder: string, isOurs: (name: string) => boolean): AsyncIterable<Stored> {
      for (let token: string | undefined; ; ) {
        const page: ListObjectsV2CommandOutput = await client.listObjectsV2({
          Bucket: bucket,
          Prefix: folder,
          ContinuationToken: token,
        });
        for (const { Key, LastModified } of page.Contents ?? []) {
          const name = Key?.slice(Key.lastIndexOf("/") + 1) ?? "";
          if (isOurs(name)) yield { name, modifiedAt: LastModified?.getTime() ?? 0 };
        }
        token = page.NextContinuationToken;
        if (token === undefined) return;
      }
    },
  };
};

/** s3://[key:secret@]bucket/prefix?endpoint=…&region=… */
const clientOf = (url: string) => {
  const { hostname, pathname, searchParams, username, password } = new URL(url);
  const endpoint = searchParams.get("endpoint");
  const path = pathname.replace(/^\/+|\/+$/g, "");
  const options = {
    region: searchParams.get("region") ?? "us-east-1",
    ...(endpoint === null ? {} : { endpoint, forcePathStyle: true }),
    ...(username === ""
      ? {}
      : {
          credentials: {
            accessKeyId: decodeURIComponent(username),
            secretAccessKey: decodeURIComponent(password),
          },
        }),
    // Not every S3 knows the newer checksums; content is checked against its digest anyway.
    requestChecksumCalculation: "WHEN_REQUIRED",
    responseChecksumValidation: "WHEN_REQUIRED",
  } as const;
  return { client: new S3(options), bucket: hostname, prefix: path === "" ? "" : `${path}/`, options };
};

/** For catch: null for what is not there, anything else goes on. */
const unlessMissing = (error: unknown): null => {
  if (error instanceof NotFound || error instanceof NoSuchKey) return null;
  if (error instanceof Error && (error.name === "NotFound" || error.name === "NoSuchKey")) return null;
  throw error;
};

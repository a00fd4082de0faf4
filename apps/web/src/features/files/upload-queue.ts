/** Files on their way: two at a time, paused and gone on with at will, and by themselves once the line or the server is back (F47). */
import { displayNameOf, type FoundSecret } from "@accord/domain";
import type { Upload } from "tus-js-client";
import { secretsInFile } from "../../lib/secrets/secrets-in-file";
import type { AttachedFileFragment } from "./attachments.generated";
import { keptUploads } from "./kept-uploads";
import { isPassingTrouble, loadTus, PIECE, RETRIES } from "./tus";

/**
 * WAITING: for its turn. CUT: the line is gone, it goes on by itself. LOST: the page was left; the file has to be chosen again.
 * HELD: something in it looks like a secret; nothing of it is sent before the person says so.
 * DONE: all of it is there. FAILED: it will not be taken.
 */
export type Phase = "WAITING" | "SENDING" | "HELD" | "PAUSED" | "CUT" | "LOST" | "DONE" | "FAILED";

export interface QueuedFile {
  /** Of this queue; the attachment's id is known only once it was announced. */
  readonly key: string;
  readonly attachmentId: string | null;
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  readonly sent: number;
  readonly phase: Phase;
  /** Why not, as a sentence. */
  readonly problem: string | null;
  /** What in it looks like a secret; null before it was looked at. */
  readonly secrets: readonly FoundSecret[] | null;
  /** As the server knows it; null before it is there. */
  readonly file: AttachedFileFragment | null;
}

/** The API as the queue needs it. */
export interface FileServer {
  /** @throws Error whose message is a sentence for the person */
  announce(file: { readonly name: string; readonly size: number; readonly mediaType: string }): Promise<string>;
  takeBack(attachmentId: string): Promise<void>;
  /** Null when it is not there any more. */
  find(attachmentId: string): Promise<AttachedFileFragment | null>;
  /** What came in before this page was opened. */
  known(): Promise<readonly AttachedFileFragment[]>;
}

export interface UploadQueue {
  readonly subscribe: (listener: () => void) => () => void;
  readonly files: () => readonly QueuedFile[];
  add(files: readonly File[]): void;
  pause(key: string): void;
  goOn(key: string): void;
  remove(key: string): void;
  /** What has not arrived is no longer wanted: it is taken back, as far as the server knows of it. */
  giveUp(): Promise<void>;
  /** What was sent along is no longer of this list. */
  forget(attachmentIds: readonly string[]): void;
}

interface Entry extends QueuedFile {
  readonly source: File | null;
  readonly upload: Upload | null;
}

const AT_ONCE = 2;
const LOOK_AGAIN_MS = 3000;

export const createUploadQueue = (ownerKey: string, server: FileServer, load = loadTus): UploadQueue => {
  let entries: readonly Entry[] = [];
  let made = 0;
  const listeners = new Set<() => void>();
  const show = (next: readonly Entry[]): void => {
    entries = next;
    for (const listener of listeners) listener();
  };
  const find = (key: string): Entry | undefined => entries.find((entry) => entry.key === key);
  const change = (key: string, patch: Partial<Entry>): void =>
    show(entries.map((entry) => (entry.key === key ? { ...entry, ...patch } : entry)));
  const drop = (keys: ReadonlySet<string>): void => show(entries.filter((entry) => !keys.has(entry.key)));

  /** Lets those that wait begin while there is room. */
  const turn = (): void => {
    const running = entries.filter((entry) => entry.phase === "SENDING" || entry.phase === "CUT").length;
    for (const entry of entries.filter(({ phase }) => phase === "WAITING").slice(0, Math.max(0, AT_ONCE - running))) {
      change(entry.key, { phase: "SENDING" });
      send(entry.key).catch((error: unknown) => fail(entry.key, error));
    }
  };
  const fail = (key: string, error: unknown): void => {
    const entry = find(key);
    if (entry === undefined) return;
    change(key, { phase: "FAILED", problem: error instanceof Error ? error.message : String(error) });
    turn();
  };
  const later = (work: () => unknown): void => void setTimeout(work, LOOK_AGAIN_MS);
  const settle = async (key: string): Promise<void> => {
    const id = find(key)?.attachmentId ?? null;
    if (id === null) return judge(key, null, null);
    await server.find(id).then(
      (file) => judge(key, id, file),
      () => {
        // The question failed, not the file: it stays on its way until its end is known.
        change(key, { phase: "CUT" });
        later(() => settle(key));
      },
    );
  };
  const judge = (key: string, id: string | null, file: AttachedFileFragment | null): void => {
    const isTaken = file !== null && file.state !== "REFUSED" && file.state !== "INFECTED";
    if (id !== null && !isTaken) keptUploads.remove(ownerKey, id);
    change(key, { file, phase: isTaken ? "DONE" : "FAILED", problem: file?.refusal ?? null });
    if (file?.state === "SCANNING") later(() => settle(key));
    turn();
  };

  const announced = async (entry: Entry, source: File): Promise<string> => {
    if (entry.attachmentId !== null) return entry.attachmentId;
    const { name, size, type } = source;
    const id = await server.announce({ name, size, mediaType: type });
    keptUploads.add(ownerKey, id);
    if (find(entry.key) === undefined) await server.takeBack(id);
    change(entry.key, { attachmentId: id });
    return id;
  };

  /** Looks at a file before any of it is sent; true: it stays here for now. */
  const isHeld = async (key: string, source: File): Promise<boolean> => {
    try {
      const secrets = await secretsInFile(source);
      change(key, secrets.length > 0 ? { secrets, phase: "HELD" } : { secrets });
    } catch {
      change(key, { phase: "FAILED" });
    }
    return ["HELD", "FAILED"].includes(find(key)?.phase ?? "");
  };

  const send = async (key: string): Promise<void> => {
    const entry = find(key);
    if (entry?.source == null) return;
    if (entry.upload !== null) return entry.upload.start();
    const { source } = entry;
    // Announced before it is held: a submission then says that this file is not there yet.
    const id = await announced(entry, source);
    if (entry.secrets === null && (await isHeld(key, source))) return turn();
    const tus = await load();
    const upload = new tus.Upload(source, {
      uploadUrl: `/files/${id}`,
      chunkSize: PIECE,
      retryDelays: [...RETRIES],
      storeFingerprintForResuming: false,
      onProgress: (sent) => change(key, { sent, phase: find(key)?.phase === "PAUSED" ? "PAUSED" : "SENDING" }),
      onShouldRetry: (error) => {
        const isPassing = isPassingTrouble(error.originalResponse?.getStatus() ?? 0);
        if (isPassing) change(key, { phase: "CUT" });
        return isPassing;
      },
      onSuccess: () => void settle(key),
      onError: (error) => {
        const status = error instanceof tus.DetailedError ? (error.originalResponse?.getStatus() ?? 0) : 0;
        if (isPassingTrouble(status)) change(key, { phase: "PAUSED" });
        else void settle(key);
      },
    });
    // Paused or taken away meanwhile.
    const now = find(key);
    if (now === undefined) return;
    change(key, { upload });
    if (now.phase === "SENDING") upload.start();
  };

  const add = (files: readonly File[]): void => {
    for (const source of files) {
      const name = displayNameOf(source.name);
      const lost = entries.find((entry) => entry.phase === "LOST" && entry.name === name && entry.size === source.size);
      if (lost !== undefined) {
        change(lost.key, { source, secrets: null, phase: "WAITING" });
        continue;
      }
      made += 1;
      const unsent = { attachmentId: null, sent: 0, problem: null, secrets: null, file: null, upload: null };
      const fresh = { ...unsent, phase: "WAITING" } as const;
      show([...entries, { ...fresh, key: `${ownerKey}:${made}`, name, size: source.size, source }]);
    }
    turn();
  };

  const restore = async (): Promise<void> => {
    for (const file of await server.known()) {
      if (entries.some((entry) => entry.attachmentId === file.id)) continue;
      const { id, name, size, refusal } = file;
      const isHere = file.state !== "UPLOADING";
      const phase = !isHere ? "LOST" : refusal === null ? "DONE" : "FAILED";
      const known = { attachmentId: id, name, size, source: null, secrets: null, upload: null };
      const entry = { ...known, key: `${ownerKey}:${id}` };
      show([...entries, { ...entry, sent: isHere ? size : 0, phase, problem: refusal, file: isHere ? file : null }]);
      if (file.state === "SCANNING") later(() => settle(entry.key));
    }
  };
  const restoreInTime = (): Promise<void> => restore().catch(() => later(restoreInTime));
  void restoreInTime();

  return {
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    files: () => entries,
    add,
    pause: (key) => {
      void find(key)?.upload?.abort();
      change(key, { phase: "PAUSED" });
      turn();
    },
    goOn: (key) => {
      change(key, { phase: "WAITING" });
      turn();
    },
    remove: (key) => {
      const entry = find(key);
      if (entry === undefined) return;
      void entry.upload?.abort();
      drop(new Set([key]));
      if (entry.attachmentId !== null) {
        keptUploads.remove(ownerKey, entry.attachmentId);
        server.takeBack(entry.attachmentId).catch(() => undefined);
      }
      turn();
    },
    giveUp: async () => {
      const missing = entries.filter(({ phase }) => phase !== "DONE");
      for (const { upload } of missing) void upload?.abort();
      drop(new Set(missing.map(({ key }) => key)));
      const ids = missing.flatMap(({ attachmentId }) => (attachmentId === null ? [] : [attachmentId]));
      for (const id of ids) keptUploads.remove(ownerKey, id);
      // One that could not be taken back is refused by name when the request is sent.
      await Promise.allSettled(ids.map((id) => server.takeBack(id)));
    },
    forget: (attachmentIds) => {
      const gone = entries.filter(({ attachmentId }) => attachmentId !== null && attachmentIds.includes(attachmentId));
      for (const id of attachmentIds) keptUploads.remove(ownerKey, id);
      drop(new Set(gone.map((entry) => entry.key)));
    },
  };
};

/** Files as a person meets them: limits first, progress, a pause, a cut line, a page that was left, what cannot be sent (R7, R92, F37, F47). */
import { MantineProvider } from "@mantine/core";
import { render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { IntlProvider } from "react-intl";
import { beforeEach, describe, expect, it, onTestFinished, vi } from "vitest";
import attachments from "../../messages/attachments.en.json";
import secretWords from "../../messages/secrets.en.json";
import type { AttachedFileFragment } from "./attachments.generated";
import { FileChip } from "./file-chip";
import { keptUploads } from "./kept-uploads";
import AttachmentList from "./list";
import type { Tus } from "./tus";
import { createUploadQueue, type FileServer, type UploadQueue } from "./upload-queue";

interface Options {
  readonly uploadUrl: string;
  readonly onProgress: (sent: number) => void;
  readonly onSuccess: () => void;
  readonly onError: (error: Error) => void;
  readonly onShouldRetry: (error: { originalResponse: { getStatus(): number } | null }) => boolean;
}
const line: { uploads: { options: Options; starts: number; aborts: number }[] } = { uploads: [] };
class DetailedError extends Error {
  constructor(readonly originalResponse: { getStatus(): number } | null) {
    super("refused");
  }
}
class Upload {
  readonly mine: (typeof line.uploads)[number];
  constructor(_file: File, options: Options) {
    this.mine = { options, starts: 0, aborts: 0 };
    line.uploads.push(this.mine);
  }
  start() {
    this.mine.starts += 1;
  }
  async abort() {
    this.mine.aborts += 1;
  }
}
/** The queue over a line that the test holds in its hand. */
const queueOf = (ownerKey: string, server: FileServer): UploadQueue =>
  createUploadQueue(ownerKey, server, async () => ({ DetailedError, Upload }) as unknown as Tus);

const fileOf = (id: string, more: Partial<AttachedFileFragment> = {}): AttachedFileFragment => ({
  __typename: "Attachment",
  id,
  name: "trace.etl",
  size: 100,
  mediaType: "text/plain",
  state: "UNSCANNED",
  createdAt: "2026-11-23T08:30:00.000Z",
  uploaderName: "Ana",
  isPreviewable: false,
  url: `/files/${id}`,
  previewUrl: null,
  refusal: null,
  ...more,
});

const serverWith = (more: Partial<FileServer> = {}): FileServer => {
  let made = 0;
  return {
    announce: async () => {
      made += 1;
      return `att_${made}`;
    },
    takeBack: async () => undefined,
    find: async (id) => fileOf(id),
    known: async () => [],
    ...more,
  };
};

const trace = (name = "trace.etl", size = 100): File => new File([new Uint8Array(size)], name);
const begun = async (count: number): Promise<void> => waitFor(() => expect(line.uploads).toHaveLength(count));
const phases = (queue: UploadQueue): string[] => queue.files().map(({ phase }) => phase);

const en = { ...attachments, ...secretWords };

beforeEach(() => {
  line.uploads.length = 0;
  localStorage.clear();
});

describe("a queue of files", () => {
  it("F47: two at a time, each with its progress; done ones are known by their ids", async () => {
    const queue = queueOf("req_1", serverWith());
    queue.add([trace("a"), trace("b"), trace("c")]);
    await begun(2);
    expect(phases(queue)).toEqual(["SENDING", "SENDING", "WAITING"]);
    line.uploads[0]?.options.onProgress(40);
    expect(queue.files()[0]).toMatchObject({ sent: 40, attachmentId: "att_1" });
    line.uploads[0]?.options.onSuccess();
    await begun(3);
    expect(phases(queue)).toEqual(["DONE", "SENDING", "SENDING"]);
    queue.forget(["att_1"]);
    expect(phases(queue)).toEqual(["SENDING", "SENDING"]);
  });

  it("F47: paused and gone on with; a cut line goes on by itself", async () => {
    const queue = queueOf("req_1", serverWith());
    queue.add([trace()]);
    await begun(1);
    const key = queue.files()[0]?.key ?? "";
    queue.pause(key);
    expect([phases(queue), line.uploads[0]?.aborts]).toEqual([["PAUSED"], 1]);
    queue.goOn(key);
    await waitFor(() => expect(line.uploads[0]?.starts).toBe(2));
    expect(line.uploads).toHaveLength(1);
    const gone = line.uploads[0]?.options.onShouldRetry({ originalResponse: null });
    expect([gone, phases(queue)]).toEqual([true, ["CUT"]]);
    line.uploads[0]?.options.onProgress(50);
    expect(phases(queue)).toEqual(["SENDING"]);
    expect(line.uploads[0]?.options.onShouldRetry({ originalResponse: { getStatus: () => 503 } })).toBe(true);
    expect(line.uploads[0]?.options.onShouldRetry({ originalResponse: { getStatus: () => 404 } })).toBe(false);
  });

  it("F47: after the page was left the same file goes on at its place, another one begins anew", async () => {
    const left = fileOf("att_9", { state: "UPLOADING", url: null });
    const queue = queueOf("drf_1", serverWith({ known: async () => [left] }));
    await waitFor(() => expect(phases(queue)).toEqual(["LOST"]));
    queue.add([trace("other"), trace()]);
    await begun(2);
    expect(line.uploads.map(({ options }) => options.uploadUrl).sort()).toEqual(["/files/att_1", "/files/att_9"]);
    expect(queue.files()).toHaveLength(2);
  });

  it("F47: what is refused says why, before or after it was sent, and holds nobody up", async () => {
    const refusing = serverWith({
      announce: async ({ name }) => {
        if (name === "huge") throw new Error("This file is larger than allowed.");
        return `att_${name}`;
      },
      find: async (id) =>
        id === "att_lie" ? fileOf(id, { state: "REFUSED", refusal: "Not what its type says." }) : fileOf(id),
    });
    const queue = queueOf("req_1", refusing);
    queue.add([trace("huge"), trace("lie"), trace("good")]);
    await begun(2);
    line.uploads[0]?.options.onError(new Error("422"));
    line.uploads[1]?.options.onSuccess();
    await waitFor(() => expect(phases(queue)[2]).toBe("DONE"));
    expect(queue.files().map(({ problem }) => problem)).toEqual(["This file is larger than allowed.", null, null]);
    expect(keptUploads.of("req_1")).toEqual(["att_lie", "att_good"]);
  });

  it("F47: a look-up that fails after the last byte is no refusal: the file stays on its way until its end is known", async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true });
    onTestFinished(() => void vi.useRealTimers());
    let isDown = true;
    const find = async (id: string) => {
      if (isDown) throw new Error("the line is gone");
      return fileOf(id);
    };
    const queue = queueOf("req_1", serverWith({ find }));
    queue.add([trace()]);
    await begun(1);
    line.uploads[0]?.options.onSuccess();
    await waitFor(() => expect(phases(queue)).toEqual(["CUT"]));
    isDown = false;
    await vi.advanceTimersByTimeAsync(4000);
    await waitFor(() => expect(phases(queue)).toEqual(["DONE"]));
    expect(keptUploads.of("req_1")).toEqual(["att_1"]);
  });

  it("R92: taken back, it is gone here and there; what a browser keeps are ids alone", async () => {
    const takeBack = vi.fn(async () => undefined);
    const queue = queueOf("req_1", serverWith({ takeBack }));
    queue.add([trace()]);
    await begun(1);
    expect(localStorage.getItem("accord.uploads")).toBe('{"req_1":["att_1"]}');
    queue.remove(queue.files()[0]?.key ?? "");
    expect([phases(queue), takeBack.mock.calls, keptUploads.of("req_1")]).toEqual([[], [["att_1"]], []]);
  });
});

describe("what did not arrive", () => {
  it("K12, F47: given up, whatever its phase, it is taken back before anything is sent; what arrived stays", async () => {
    const takeBack = vi.fn(async () => {
      throw new Error("the line is gone");
    });
    const announce = async ({ name }: { readonly name: string }) => {
      if (name === "refused") throw new Error("This file is larger than allowed.");
      return `att_${name}`;
    };
    const queue = queueOf("drf_1", serverWith({ announce, takeBack }));
    queue.add([trace("done"), trace("refused"), trace("running"), trace("waiting")]);
    await begun(2);
    line.uploads[0]?.options.onSuccess();
    await waitFor(() => expect(phases(queue)).toEqual(["DONE", "FAILED", "SENDING", "SENDING"]));
    await begun(3);
    await queue.giveUp();
    expect(queue.files().map(({ name }) => name)).toEqual(["done"]);
    expect(takeBack.mock.calls.flat()).toEqual(["att_running", "att_waiting"]);
    expect(line.uploads.map(({ aborts }) => aborts)).toEqual([0, 1, 1]);
    expect(keptUploads.of("drf_1")).toEqual(["att_done"]);
  });
});

const show = (element: React.ReactNode) =>
  render(
    <MantineProvider env="test">
      <IntlProvider locale="en" messages={en}>
        {element}
      </IntlProvider>
    </MantineProvider>,
  );

describe("a file with a secret in it", () => {
  const log = (text: string): File => new File([text], "app.log", { type: "text/plain" });

  it("F47: nothing of it is sent before the person says so; the next file goes on", async () => {
    const queue = queueOf("req_held", serverWith());
    queue.add([log("start\npassword: Winter2026!\n"), trace("b")]);
    await begun(1);
    await waitFor(() => expect(phases(queue)).toEqual(["HELD", "SENDING"]));
    const [held] = queue.files();
    // Announced all the same: a submission says that it is not there yet.
    expect(held).toMatchObject({ attachmentId: "att_1", secrets: [{ kind: "PASSWORD", line: 2 }] });
    queue.goOn(held?.key ?? "");
    await begun(2);
    expect(line.uploads[1]?.starts).toBe(1);
  });

  it("F47: it can be taken away, and then nothing was sent", async () => {
    const takeBack = vi.fn(async () => undefined);
    const queue = queueOf("req_taken", serverWith({ takeBack }));
    queue.add([log("card 4111 1111 1111 1111")]);
    await waitFor(() => expect(phases(queue)).toEqual(["HELD"]));
    queue.remove(queue.files()[0]?.key ?? "");
    expect(takeBack).toHaveBeenCalledWith("att_1");
    expect(line.uploads).toEqual([]);
  });

  it("F47: one that cannot be read any more says so, and the next goes on", async () => {
    const gone = trace("gone");
    vi.spyOn(gone, "slice").mockImplementation(() => {
      throw new Error("NotReadableError");
    });
    const queue = queueOf("req_gone", serverWith());
    queue.add([gone, trace("b")]);
    await waitFor(() => expect(phases(queue)).toEqual(["FAILED", "SENDING"]));
    expect(queue.files()[0]?.problem).toBeNull();
  });

  it("F47: its chip says which line, and what can be done", async () => {
    const queue = { goOn: vi.fn(), remove: vi.fn() } as unknown as UploadQueue;
    const secrets = [1, 2].map((place) => ({ kind: "PASSWORD" as const, line: place + 2, start: place, end: place }));
    const facts = { key: "k", attachmentId: "att_1", name: "app.log", size: 9, sent: 0, problem: null, file: null };
    show(<FileChip file={{ ...facts, phase: "HELD", secrets }} queue={queue} />);
    expect(screen.getByRole("alert").textContent).toContain("Line 3 of this file looks like a password.");
    expect(screen.getByRole("alert").textContent).toContain("One more place looks like a secret.");
    await userEvent.click(screen.getByRole("button", { name: "Send it anyway: app.log" }));
    expect(queue.goOn).toHaveBeenCalledWith("k");
  });
});

describe("files on the page", () => {
  it("F47: a chip tells how far it is and can be paused and removed by name", async () => {
    const queue = { pause: vi.fn(), remove: vi.fn() } as unknown as UploadQueue;
    const file = {
      key: "k",
      attachmentId: null,
      name: "a\u202Eb.txt",
      size: 2048,
      sent: 1024,
      phase: "SENDING",
      problem: null,
      secrets: null,
      file: null,
    } as const;
    show(<FileChip file={file} queue={queue} />);
    expect(screen.getByText("50 % uploaded")).toBeTruthy();
    expect(screen.getByText("2 KiB")).toBeTruthy();
    await userEvent.click(screen.getByRole("button", { name: "Pause a⟦U+202E⟧b.txt" }));
    expect(queue.pause).toHaveBeenCalledWith("k");
  });

  it("F47, I-8: a sent file is saved by a link; its text is shown as text, an infected one is not offered", async () => {
    const asked = vi.fn(async () => new Response("<script>alert(1)</script>"));
    vi.stubGlobal("fetch", asked);
    show(
      <AttachmentList
        files={[
          fileOf("att_1", { previewUrl: "/files/att_1", isPreviewable: true }),
          fileOf("att_2", {
            name: "bad.exe",
            state: "INFECTED",
            url: null,
            refusal: "A virus was found in this file.",
          }),
        ]}
      />,
    );
    expect(screen.getByRole("link", { name: "trace.etl" }).getAttribute("href")).toBe("/files/att_1");
    expect(screen.queryByRole("link", { name: "bad.exe" })).toBeNull();
    expect(screen.getByText("A virus was found in this file.")).toBeTruthy();
    expect(screen.getByText("Infected")).toBeTruthy();
    await userEvent.click(screen.getByText("Show"));
    expect(await screen.findByText("<script>alert(1)</script>")).toBeTruthy();
    expect(asked.mock.calls).toEqual([["/files/att_1", { headers: { range: "bytes=0-65535" } }]]);
  });
});

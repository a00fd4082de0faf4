/** What was chosen stays in sight until it is sent; what goes along with a draft by itself stays for good (R7, F37, F47). */
import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { expect, test } from "vitest";
import { renderPart } from "../../../preview/render-app";
import { keptUploads } from "./kept-uploads";
import AttachmentPicker from "./picker";

const FILE = {
  __typename: "Attachment",
  id: "att_1",
  name: "events.txt",
  size: 4,
  mediaType: "text/plain",
  state: "CLEAN",
  createdAt: "2026-11-23T08:30:00.000Z",
  uploaderName: "Ana",
  isPreviewable: false,
  url: "/files/att_1",
  previewUrl: null,
  refusal: null,
};
const NONE: readonly string[] = [];
const nothing = (): void => undefined;

/** As the composer of a conversation. */
function Composer() {
  const [chosen, setChosen] = useState(NONE);
  return (
    <>
      <AttachmentPicker owner={{ requestId: "req_1" }} chosen={chosen} onChange={setChosen} onBusy={nothing} />
      <output>{chosen.join()}</output>
      <button type="button" onClick={() => setChosen(NONE)}>
        Send
      </button>
    </>
  );
}

test("R7, F37: a file that is there stays in sight beside the description", async () => {
  const told: (readonly string[])[] = [];
  const tell = (ids: readonly string[]): void => void told.push(ids);
  await renderPart(<AttachmentPicker owner={{ draftId: "drf_1" }} chosen={NONE} onChange={tell} onBusy={nothing} />, {
    draft: { id: "drf_1", attachments: [FILE] },
  });
  await screen.findByText("events.txt");
  await waitFor(() => expect(told).toEqual([["att_1"]]));
  expect(screen.getByText("events.txt")).toBeTruthy();
});

test("R92, F47: a file of a message is in sight until the message is sent", async () => {
  keptUploads.add("req_1", "att_1");
  await renderPart(<Composer />, { node: FILE });
  await screen.findByText("att_1");
  expect(screen.getByText("events.txt")).toBeTruthy();
  await userEvent.click(screen.getByRole("button", { name: "Send" }));
  await waitFor(() => expect(screen.queryByText("events.txt")).toBeNull());
  expect(screen.queryByText("att_1")).toBeNull();
});

/** Nothing goes without a file that did not arrive, unless somebody says so (F47, K12). */
import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useCallback, useState } from "react";
import { expect, test, vi } from "vitest";
import { renderPart } from "../../../preview/render-app";
import AttachmentPicker from "./picker";
import SendGate from "./send-gate";

const OWNER = { draftId: "drf_1" };
const NONE: readonly string[] = [];
const nothing = (): void => undefined;

function Page({ onSent }: { readonly onSent: () => void }) {
  const [isAsked, setAsked] = useState(false);
  const go = useCallback(() => {
    setAsked(false);
    onSent();
  }, [onSent]);
  return (
    <>
      <AttachmentPicker owner={OWNER} chosen={NONE} onChange={nothing} onBusy={nothing} />
      <button type="button" onClick={() => setAsked(true)}>
        Submit
      </button>
      <SendGate owner={OWNER} isAsked={isAsked} onGo={go} onStay={() => setAsked(false)} />
    </>
  );
}

const REFUSED = {
  __typename: "InputError",
  ...{ code: "ATTACHMENT_REFUSED", message: "This file is too large.", remedy: "Send a smaller one.", path: null },
};
const open = async (language: "en" | "ro" = "en") => {
  const onSent = vi.fn();
  const world = {
    draft: { id: "drf_1", attachments: [] },
    portalSettings: { fileBytes: 100, filesPerRequest: 5, fileBytesPerRequest: 500 },
    createAttachmentUpload: { attachment: null, userErrors: [REFUSED] },
  };
  const { container } = await renderPart(<Page onSent={onSent} />, world, language);
  const choose = async (name: string): Promise<void> => {
    const input = container.querySelector<HTMLInputElement>('input[type="file"]');
    if (input === null) throw new Error("no place to choose a file");
    await userEvent.upload(input, new File(["x"], name));
    await screen.findByText(/This file is too large/);
  };
  return { onSent, choose, submit: () => userEvent.click(screen.getByRole("button", { name: "Submit" })) };
};
const asked = async (): Promise<ReturnType<typeof within>> =>
  within(await screen.findByRole("dialog", { hidden: true, name: /.+/ }));

test("K12: where every file is there nothing is asked", async () => {
  const { onSent, submit } = await open();
  await submit();
  await waitFor(() => expect(onSent).toHaveBeenCalledTimes(1));
});

test("K12, F47: a file that did not arrive is asked about by its name; staying sends nothing, without it goes once", async () => {
  const { onSent, choose, submit } = await open();
  await choose("memory.dmp");
  await submit();
  const question = await asked();
  expect(question.getByText("A file did not arrive")).toBeTruthy();
  expect(question.getByText("memory.dmp")).toBeTruthy();
  await userEvent.click(question.getByText("Cancel", { selector: "button *" }));
  await waitFor(() => expect(screen.queryByText("A file did not arrive")).toBeNull());
  expect(onSent).not.toHaveBeenCalled();
  await submit();
  await userEvent.click((await asked()).getByText("Submit without", { selector: "button *" }));
  await waitFor(() => expect(onSent).toHaveBeenCalledTimes(1));
  // It was given up: what is left is what went.
  expect(screen.queryByText("memory.dmp")).toBeNull();
});

test("K12: asked in Romanian too", async () => {
  const { choose, submit } = await open("ro");
  await choose("memorie.dmp");
  await submit();
  const question = await asked();
  expect(question.getByText("Un fișier nu a ajuns")).toBeTruthy();
  expect(question.getByText("Trimiteți fără")).toBeTruthy();
});

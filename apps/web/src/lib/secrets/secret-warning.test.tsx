/** Secrets in a field and in a file, pointed out before they are sent (R6, F42, F47). */
import { MantineProvider } from "@mantine/core";
import { render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { IntlProvider } from "react-intl";
import { describe, expect, it } from "vitest";
import en from "../../messages/secrets.en.json";
import ro from "../../messages/secrets.ro.json";
import { SecretWarning } from "./secret-warning";
import { secretsInFile } from "./secrets-in-file";

function Field({ isOneLine }: { readonly isOneLine: boolean }) {
  const [text, setText] = useState("");
  return (
    <>
      <textarea aria-label="Text" value={text} onChange={(event) => setText(event.target.value)} />
      <SecretWarning text={text} isOneLine={isOneLine} onMask={setText} />
    </>
  );
}
const show = (language: "en" | "ro" = "en", isOneLine = false) => {
  render(
    <MantineProvider env="test">
      <IntlProvider locale={language} messages={language === "ro" ? ro : en}>
        <Field isOneLine={isOneLine} />
      </IntlProvider>
    </MantineProvider>,
  );
  return { person: userEvent.setup(), field: screen.getByLabelText<HTMLTextAreaElement>("Text") };
};

describe("a field with a secret", () => {
  it("R6, F42: it is named with its line once nobody types, and one press takes it out", async () => {
    const { person, field } = show();
    await person.type(field, "The server\nis db1\npassword: Winter2026!\nthanks");
    expect(await screen.findByText("Line 3 looks like a password.")).toBeTruthy();
    await person.click(screen.getByRole("button", { name: "Replace it with •••" }));
    expect(field.value).toBe("The server\nis db1\npassword: •••\nthanks");
    expect(screen.getByRole("status").textContent).toBe("It is replaced with •••.");
  });

  it("R6, F42: what the person sends anyway is not named again; another secret is", async () => {
    const { person, field } = show();
    await person.type(field, "password: Winter2026!");
    await person.click(await screen.findByRole("button", { name: "Send it anyway" }));
    expect(screen.getByRole("status").textContent).toBe("");
    await person.type(field, "\ncard 4111 1111 1111 1111");
    expect(await screen.findByText("Line 2 looks like a card number.")).toBeTruthy();
    expect(screen.queryByText(/looks like a password/)).toBeNull();
    expect(field.value).toContain("Winter2026!");
  });

  it("R6, F80: a field of one line names none; more than three are counted; it speaks Romanian", async () => {
    const { person, field } = show("ro", true);
    await person.type(field, "pwd=Iarna.2026a; pwd=Iarna.2026b; pwd=Iarna.2026c; pwd=Iarna.2026d;");
    expect((await screen.findAllByText("Textul pare a fi o parolă.")).length).toBe(3);
    expect(screen.getByText("Încă un loc pare a fi un secret.")).toBeTruthy();
    await person.clear(field);
    await waitFor(() => expect(screen.getByRole("status").textContent).toBe(""));
  });
});

describe("a file with a secret", () => {
  const linesIn = async (bytes: BlobPart) => (await secretsInFile(new Blob([bytes]))).map(({ line }) => line);
  const utf16 = (text: string): Uint8Array<ArrayBuffer> =>
    Uint8Array.from([0xff, 0xfe, ...[...text].flatMap((each) => [each.charCodeAt(0) % 256, each.charCodeAt(0) >> 8])]);

  it("F47: the lines of a text are looked at, those of Windows in UTF-16 too; what is no text is not", async () => {
    expect(await linesIn("start\npassword: Winter2026!\n")).toEqual([2]);
    expect(await linesIn(utf16("a\r\nb\r\nPassword=Winter2026!\r\n"))).toEqual([3]);
    expect(await linesIn("password: Winter2026!\u0000")).toEqual([]);
    expect(await linesIn("nothing")).toEqual([]);
  });

  it("F47: the first mebibyte of a large file", async () => {
    const far = `${"x".repeat(1024 * 1024)}\npassword: Winter2026!`;
    expect(await linesIn(far)).toEqual([]);
  });
});

/** Pasted text that nobody can read (K8); a text that nobody keeps (K12). */
import { MantineProvider } from "@mantine/core";
import { fireEvent, render, screen } from "@testing-library/react";
import { useState } from "react";
import { IntlProvider } from "react-intl";
import { expect, test } from "vitest";
import messages from "../messages/en.json";
import { keptText } from "./kept/use-kept";
import { Textarea } from "./textarea";

function Field() {
  const [text, setText] = useState("");
  return <Textarea label="Text" text={keptText(text, setText)} />;
}

test("K8: a pasted log is made readable, and the field says so", () => {
  render(
    <MantineProvider env="test">
      <IntlProvider locale="en" messages={messages}>
        <Field />
      </IntlProvider>
    </MantineProvider>,
  );
  const field = screen.getByRole<HTMLTextAreaElement>("textbox");
  fireEvent.change(field, { target: { value: "plain\n\ttext" } });
  expect(screen.queryByRole("status")).toBeNull();
  fireEvent.change(field, { target: { value: "\u001b[31mERROR\u001b[0m page 1\fpage 2" } });
  expect(field.value).toBe("ERROR page 1\npage 2");
  expect(screen.getByRole("status").textContent).toBe(messages["ui.madeReadable"]);
});

test("K12: a field of several lines whose text nobody keeps does not compile", () => {
  const planted = [
    // @ts-expect-error a value alone is gone with its component
    <Textarea key="value" label="Text" value="typed" onChange={() => undefined} />,
    // @ts-expect-error as is a pair that no keeper made
    <Textarea key="pair" label="Text" text={{ value: "typed", onChange: () => undefined }} />,
  ];
  expect(planted).toHaveLength(2);
});

/** Names in the order of the reader's alphabet. */
import { createIntl } from "react-intl";
import { expect, test } from "vitest";
import { createFormatters } from "./formatters";

test.each([
  ["en-GB", ["Windows 10", "windows 9", "Ålesund", "Zurich"], ["Ålesund", "windows 9", "Windows 10", "Zurich"]],
  ["ro", ["Zambia", "Țara", "Suedia", "Tunisia", "Șoimi"], ["Suedia", "Șoimi", "Tunisia", "Țara", "Zambia"]],
])("names are sorted as %s sorts them", (locale, names, sorted) => {
  const { byName } = createFormatters(createIntl({ locale }));
  expect(byName(names, (name) => name)).toEqual(sorted);
});

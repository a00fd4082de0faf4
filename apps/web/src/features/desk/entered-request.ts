/** What an engineer has filled in for a customer (S20, F6): each choice takes back what hung on the one before. */
import type { EnterChoicesQuery, Severity } from "./enter.generated";

export interface EnteredRequest {
  readonly productId: string;
  readonly productVersionId: string;
  readonly categoryId: string;
  readonly problemId: string;
  readonly title: string;
  readonly description: string;
  readonly severity: Severity;
  readonly givenName: string;
  readonly familyName: string;
  readonly email: string;
  readonly phone: string;
  readonly country: string;
  readonly timeZone: string;
}

export const NOTHING_ENTERED: EnteredRequest = {
  productId: "",
  productVersionId: "",
  categoryId: "",
  problemId: "",
  title: "",
  description: "",
  severity: "MODERATE",
  givenName: "",
  familyName: "",
  email: "",
  phone: "",
  country: "",
  timeZone: "",
};

/** Names of the fields that tell their refusals themselves. */
export const ENTERED_FIELDS = [
  "productVersionId",
  "categoryId",
  "problemId",
  "title",
  "description",
  "severity",
  "givenName",
  "familyName",
  "email",
  "phone",
  "country",
  "timeZone",
] as const;

export const withProduct = (entered: EnteredRequest, productId: string): EnteredRequest => ({
  ...entered,
  productId,
  productVersionId: "",
  categoryId: "",
  problemId: "",
});

type Country = EnterChoicesQuery["countries"][number];

/** A zone of the country that was chosen stays; else the country's own is taken. */
export const withCountry = (entered: EnteredRequest, country: Country | undefined): EnteredRequest => {
  if (country === undefined) return { ...entered, country: "", timeZone: "" };
  const stays = country.timeZones.includes(entered.timeZone);
  return { ...entered, country: country.code, timeZone: stays ? entered.timeZone : (country.defaultTimeZone ?? "") };
};

/** As the API takes it. */
export const inputOf = ({
  productId: _product,
  givenName,
  familyName,
  email,
  phone,
  country,
  timeZone,
  ...rest
}: EnteredRequest) => ({
  ...rest,
  country: country || null,
  timeZone: timeZone || null,
  primaryContact: { givenName, familyName, email, ...(phone === "" ? {} : { phone }) },
});

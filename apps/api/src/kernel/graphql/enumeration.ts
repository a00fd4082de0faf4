/** One way to publish a closed list of codes as a GraphQL enum: the list is the domain's, each value has a description. */
import { capitalNameOf } from "@accord/domain";
import { registerEnumType } from "type-graphql";

export type Codes<Code extends string> = Readonly<Record<Code, Code>>;

/** Registers `name` with the codes of `described`; the value on the wire and inside is the code itself. */
export const publishCodes = <Code extends string>(
  name: string,
  description: string,
  described: Readonly<Record<Code, string>>,
): Codes<Code> => {
  const names = Object.keys(described) as Code[];
  const codes = Object.fromEntries(names.map((code) => [code, code])) as Codes<Code>;
  const valuesConfig = Object.fromEntries(names.map((code) => [code, { description: described[code] }]));
  registerEnumType(codes, { name, description, valuesConfig: valuesConfig as Record<Code, { description: string }> });
  return codes;
};

/** Codes that are no names of GraphQL, as `requests:read`: on the wire each goes by its name in capitals, inside it stays as it is stored. */
export const publishNamedCodes = <Code extends string>(
  name: string,
  description: string,
  described: Readonly<Record<Code, string>>,
): Readonly<Record<string, Code>> => {
  const codes = Object.keys(described) as Code[];
  const named = Object.fromEntries(codes.map((code) => [capitalNameOf(code), code]));
  const valuesConfig = Object.fromEntries(codes.map((code) => [capitalNameOf(code), { description: described[code] }]));
  registerEnumType(named, { name, description, valuesConfig });
  return named;
};

/** The descriptions of a registry `{code, summary}[]`. */
export const summariesOf = <Code extends string>(
  registry: readonly { readonly code: Code; readonly summary: string }[],
): Readonly<Record<Code, string>> =>
  Object.fromEntries(registry.map(({ code, summary }) => [code, summary])) as Record<Code, string>;

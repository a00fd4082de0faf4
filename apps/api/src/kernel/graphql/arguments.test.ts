/** Every argument of the contract has an effect: none is taken and forgotten (K8). */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { buildSchema, isInputObjectType, isObjectType } from "graphql";
import { describe, expect, it } from "vitest";

const SOURCE = join(import.meta.dirname, "../..");
/** The rules read what they are asked about themselves. */
const DOMAIN = join(SOURCE, "../../../packages/domain/src");
const sourcesOf = (folder: string): { readonly name: string; readonly text: string }[] =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts") && !name.endsWith(".test.ts"))
    .map((name) => ({ name, text: readFileSync(join(folder, name), "utf8") }));
const sources = sourcesOf(SOURCE);
const rules = sourcesOf(DOMAIN);
const schema = buildSchema(readFileSync(join(SOURCE, "../../../packages/schema/schema.graphql"), "utf8"));

/** `@Arg("name", …) parameter` with the name of the parameter it goes to. */
const ARGUMENT = /@Arg\(\s*"(\w+)"(?:[^()]|\((?:[^()]|\([^()]*\))*\))*\)\s*(\w+)\??:/g;
const forgotten = (text: string): string[] =>
  [...text.matchAll(ARGUMENT)].flatMap(([, name, parameter]) => (parameter?.startsWith("_") ? [String(name)] : []));

/** Read somewhere outside the declaration of the shape: as a member, or taken apart by its name. */
const isRead = (name: string): boolean =>
  [...sources, ...rules].some(
    ({ name: file, text }) =>
      !/\.(types|inputs|type)\.ts$/.test(file) &&
      (text.includes(`.${name}`) || new RegExp(`\\{[^{}]*\\b${name}\\b[^{}]*\\}\\s*[:=)]`).test(text)),
  );

describe("K8: every argument is read", () => {
  it("the compiler sees unused parameters, and no resolver hides one behind an underscore", () => {
    expect(forgotten(`@Arg("country", () => Scalar, { description: "x" }) _country: string`)).toEqual(["country"]);
    expect(forgotten(`@Arg("country", () => Scalar, COUNTRY) country: string`)).toEqual([]);
    // Shapes and subscriptions declare arguments whose reader is attached elsewhere; the last test finds it.
    const resolvers = sources.filter(
      ({ name, text }) => /resolver\.ts$/.test(name) && !text.includes("@Subscription("),
    );
    expect(resolvers.flatMap(({ name, text }) => forgotten(text).map((one) => `${name}: ${one}`))).toEqual([]);
  });
  it("every argument of a root field is declared by a resolver", () => {
    const shared = sources.filter(({ text }) => text.includes("@ArgsType()"));
    const declared = new Set([
      ...sources.flatMap(({ text }) => [...text.matchAll(ARGUMENT)].map(([, name]) => name)),
      ...shared.flatMap(({ text }) => [...text.matchAll(/^ {2}readonly (\w+)!?\??:/gm)].map(([, name]) => name)),
    ]);
    for (const type of [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()])
      for (const field of Object.values(type?.getFields() ?? {}))
        for (const { name } of field.args)
          expect([field.name, name, declared.has(name)]).toEqual([field.name, name, true]);
  });
  it("every field of an input, and every argument of another field, is read by a use case or a rule", () => {
    const unread: string[] = [];
    for (const type of Object.values(schema.getTypeMap())) {
      if (isInputObjectType(type))
        for (const { name } of Object.values(type.getFields())) if (!isRead(name)) unread.push(`${type.name}.${name}`);
      if (isObjectType(type) && !type.name.startsWith("__"))
        for (const field of Object.values(type.getFields()))
          for (const { name } of field.args) if (!isRead(name)) unread.push(`${type.name}.${field.name}(${name})`);
    }
    expect(unread).toEqual([]);
  });
});

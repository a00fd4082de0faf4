/** The published SDL is what the schema says, complete and described. */
import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import {
  type GraphQLNamedType,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  lexicographicSortSchema,
  printSchema,
} from "graphql";
import { beforeAll, expect, it } from "vitest";
import { buildApiSchema } from "./schema.js";

const path = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url));

let schema: GraphQLSchema;
beforeAll(async () => {
  schema = await buildApiSchema();
});

it("the committed SDL is the sorted schema of this API", async () => {
  await expect(`${printSchema(lexicographicSortSchema(schema))}\n`).toMatchFileSnapshot(
    path("../../../packages/schema/schema.graphql"),
  );
});

it("every class of a types/ folder is in the schema", async () => {
  const files = readdirSync(path("modules"), { recursive: true, encoding: "utf8" }).filter((file) =>
    /\/types\/[\w-]+\.type\.ts$/.test(file),
  );
  const modules = await Promise.all(
    files.map((file): Promise<Record<string, unknown>> => import(path(`modules/${file}`))),
  );
  const classes = modules.flatMap((module) =>
    Object.values(module).filter(
      (item): item is { name: string } => typeof item === "function" && /^class\s/.test(String(item)),
    ),
  );
  const names = classes
    .map((type) => type.name.replace(/Type$/, ""))
    .filter((name) => !["Edge", "Connection"].includes(name));
  expect(names.length).toBeGreaterThan(30);
  expect(names.filter((name) => schema.getType(name) === undefined)).toEqual([]);
});

it("no description holds the number of a requirement", () => {
  const NUMBER = /"[^"]*\b[RESFM]-?\d+\b[^"]*"/g;
  expect(printSchema(schema).match(NUMBER) ?? []).toEqual([]);
  expect('"""A planted one (F47)."""'.match(NUMBER)).not.toBeNull();
});

const undescribed = (type: GraphQLNamedType): string[] => {
  const own = type.description ? [] : [type.name];
  if (isEnumType(type))
    return [
      ...own,
      ...type
        .getValues()
        .filter((value) => !value.description)
        .map((value) => `${type.name}.${value.name}`),
    ];
  if (!isObjectType(type) && !isInterfaceType(type) && !isInputObjectType(type)) return own;
  const fields = Object.values(type.getFields());
  const args = fields.flatMap((field) =>
    "args" in field
      ? field.args.map((argument: { name: string; description?: string | null }) => ({
          name: `${type.name}.${field.name}(${argument.name})`,
          description: argument.description,
        }))
      : [],
  );
  return [
    ...own,
    ...fields.filter((field) => !field.description).map((field) => `${type.name}.${field.name}`),
    ...args.filter((argument) => !argument.description).map((argument) => argument.name),
  ];
};

it("every type, field, argument and value has a description: it is the third party's comment", () => {
  const types = Object.values(schema.getTypeMap()).filter(
    (type) =>
      !type.name.startsWith("__") &&
      !["Query", "Mutation", "Subscription", "Boolean", "Float", "ID", "Int", "String"].includes(type.name),
  );
  expect(types.flatMap(undescribed)).toEqual([]);
});

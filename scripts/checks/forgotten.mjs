// What a change of the API is easily forgotten without: an example, a row of the matrix, a reason for no key, a button that is pressed, a migration. Each line names the file to edit.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { Kind, parse } from "graphql";
import { commandPlacesOf } from "./commands.mjs";
import { filesOf, read } from "./sources.mjs";

const EXAMPLES = "packages/schema/examples";
const MATRIX = "tests/contract/matrix.json";
const PLACES = "tests/journeys/commands";
/** PostgreSQL searches without it. */
const OF_SQLITE_ALONE = new Set(["SearchPrefixes1795400008500"]);

const definitionsOf = (sdl) => new Map(parse(sdl).definitions.map((one) => [one.name?.value, one]));
const nameOf = (type) => (type.kind === Kind.NAMED_TYPE ? type.name.value : nameOf(type.type));

/** @returns {string[]} one line for each root field of the SDL that no example asks */
function withoutExample(root, fields) {
  const asked = new Set(
    filesOf(root, [EXAMPLES], /\.graphql$/)
      .flatMap((path) => parse(read(root, path)).definitions)
      .flatMap((operation) => operation.selectionSet.selections.map(({ name }) => name?.value)),
  );
  return fields
    .filter(({ field }) => !asked.has(field))
    .map(
      ({ field }) =>
        `${field} has no example: add ${EXAMPLES}/<number>-<name>.graphql, then npx vitest run --update=new tests/contract/examples.test.ts`,
    );
}

const withoutRow = (root, fields) => {
  const rows = JSON.parse(read(root, MATRIX));
  return fields
    .filter(({ key }) => rows[key] === undefined)
    .map(
      ({ key }) => `${key} has no row in ${MATRIX}: judge who may, then npx vitest run tests/contract/matrix.test.ts`,
    );
};

const withoutKey = (types, mutations, onceByNature) =>
  mutations
    .filter(({ field, input }) => {
      const hasKey = types.get(input)?.fields?.some(({ name }) => name.value === "idempotencyKey") ?? false;
      return !hasKey && onceByNature[field] === undefined;
    })
    .map(
      ({ field }) =>
        `Mutation.${field} takes no idempotencyKey: say in \`onceByNature\` of its module's policies.ts why it is done once`,
    );

const withoutPlace = (root) => {
  const places = filesOf(root, [PLACES], /\.ts$/)
    .map((path) => read(root, path))
    .join("\n");
  return commandPlacesOf(root)
    .filter(({ command }) => !new RegExp(`\\b${command}: `).test(places))
    .map(({ file, command }) => `${file}: ${command} is pressed in no browser: add it to ${PLACES}/<feature>.ts`);
};

/** Migrations that one engine has, and tables that declare what no migration makes. */
async function withoutMigration(root, storage) {
  const named = (classes) => new Set(classes.map((one) => new one().name ?? one.name));
  const [sqlite, postgres] = [named(storage.sqliteMigrations), named(storage.postgresMigrations)];
  const only = (own, other, engine) =>
    [...own]
      .filter((name) => !other.has(name) && !OF_SQLITE_ALONE.has(name))
      .map(
        (name) =>
          `${name} is a migration of ${engine} alone: write it with \`migration\` of kernel/db/migrations.ts, in its table`,
      );
  const { connectSqlite } = await import(at(root, "kernel/db/sqlite/connect.js"));
  const { source, close } = await connectSqlite(":memory:", "writer", storage);
  try {
    await source.runMigrations();
    const { upQueries } = await source.driver.createSchemaBuilder().log();
    const tables = upQueries.map(({ query }) => /TABLE "(?:temporary_)?(\w+)"/.exec(query)?.[1]).filter(Boolean);
    return [
      ...only(sqlite, postgres, "SQLite"),
      ...only(postgres, sqlite, "PostgreSQL"),
      ...[...new Set(tables)].map(
        (table) =>
          `the table ${table} declares what no migration makes: add it to its \`migrations\`, in modules/<noun>/storage`,
      ),
    ];
  } finally {
    await close();
  }
}

const at = (root, path) => pathToFileURL(join(root, "apps/api/dist", path)).href;

/** Of the built API. */
export async function checkForgotten(root) {
  const { MODULES } = await import(at(root, "modules/modules.js"));
  const types = definitionsOf(readFileSync(join(root, "packages/schema/schema.graphql"), "utf8"));
  const fieldsOf = (type) =>
    (types.get(type)?.fields ?? []).map(({ name, arguments: args }) => ({
      key: `${type}.${name.value}`,
      field: name.value,
      input: args[0] === undefined ? null : nameOf(args[0].type),
    }));
  const mutations = fieldsOf("Mutation");
  const fields = [...fieldsOf("Query"), ...mutations];
  return [
    ...withoutExample(root, [...fields, ...fieldsOf("Subscription")]),
    ...withoutRow(root, fields),
    ...withoutKey(types, mutations, MODULES.onceByNature),
    ...withoutPlace(root),
    ...(await withoutMigration(root, MODULES.storage)),
  ];
}

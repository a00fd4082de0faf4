// Generates typed code from the committed SDL: `schema` (types, possible types, typed examples), `web` (typed documents beside
// their components), without an argument both. Generated files are git-ignored.
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { codegen } from "@graphql-codegen/core";
import * as typedDocumentNode from "@graphql-codegen/typed-document-node";
import * as typescript from "@graphql-codegen/typescript";
import * as typescriptOperations from "@graphql-codegen/typescript-operations";
import {
  buildASTSchema,
  getNamedType,
  isAbstractType,
  isObjectType,
  Kind,
  parse,
  print,
  Source,
  validateSchema,
  visit,
} from "graphql";
import { addTypenames } from "./typenames.mjs";

const BANNER = "// Written by scripts/generate.mjs; do not edit.\n";
/** Ids and custom scalars travel as text, counts of bytes and amounts as numbers. */
const SHARED = {
  useTypeImports: true,
  defaultScalarType: "string",
  scalars: { ID: "string", ByteCount: "number", MinorUnits: "number" },
};
const OPERATIONS = { ...SHARED, nonOptionalTypename: true, skipTypeNameForRoot: true, immutableTypes: true };

/** All files below `folder` whose name ends in `ending`, sorted; empty when the folder is missing. */
export function filesBelow(folder, ending) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(ending))
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .filter((path) => !path.includes("node_modules"))
    .sort();
}

/** Writes only when the text differs, so that watchers and caches stay quiet. */
function writeWhenChanged(path, text, written) {
  written.push(path);
  if (existsSync(path) && readFileSync(path, "utf8") === text) return;
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

/** Pages ask without an error policy: where null comes with an error beside it, they see the error alone. */
const NULL_WITH_ERROR = /Null with an error beside it/;

function asPagesSeeIt(document) {
  return visit(document, {
    FieldDefinition: (field) =>
      NULL_WITH_ERROR.test(field.description?.value ?? "") && field.type.kind === Kind.NAMED_TYPE
        ? { ...field, type: { kind: Kind.NON_NULL_TYPE, type: field.type } }
        : undefined,
  });
}

function loadSchema(root) {
  const document = parse(readFileSync(join(root, "packages/schema/schema.graphql"), "utf8"));
  const schema = buildASTSchema(document);
  const errors = validateSchema(schema);
  if (errors.length > 0) throw new Error(`packages/schema/schema.graphql: ${errors.map((e) => e.message).join("; ")}`);
  return { document, schema };
}

async function typesOf({ document, schema }) {
  // Values of enums are there at run time too, under the names the schema has.
  const config = { ...SHARED, enumsAsConst: true, namingConvention: { enumValues: "keep" }, immutableTypes: true };
  const text = await codegen({
    filename: "schema.generated.ts",
    schema: document,
    schemaAst: schema,
    documents: [],
    config,
    plugins: [{ typescript: {} }],
    pluginMap: { typescript },
  });
  return BANNER + text;
}

/** The members of each interface and union, in the shape Apollo Client's cache takes. */
function possibleTypesOf({ schema }) {
  const entries = Object.values(schema.getTypeMap())
    .filter((type) => isAbstractType(type) && !type.name.startsWith("__"))
    .map((type) => [
      type.name,
      schema
        .getPossibleTypes(type)
        .map((member) => member.name)
        .sort(),
    ])
    .sort(([a], [b]) => (a < b ? -1 : 1));
  const listOf = (name) => `${name[0].toLowerCase()}${name.slice(1)}Types`;
  const lists = entries.map(
    ([name, members]) => `export const ${listOf(name)}: string[] = ${JSON.stringify(members)};`,
  );
  const lines = entries.map(([name]) => `  ${name}: ${listOf(name)},`);
  const all = `export const possibleTypes: Record<string, string[]> = {\n${lines.join("\n")}\n};\n`;
  return `${BANNER}/** The types of each interface by itself: for pages that count bytes. */\n${lists.join("\n")}\n${all}`;
}

/** Lists that grow, by type and field, with the arguments that make another list of it: what a cache has to know to join pages. */
function connectionsOf({ schema }) {
  const paging = new Set(["first", "after", "last", "before"]);
  const types = Object.values(schema.getTypeMap()).filter((type) => isObjectType(type) && !type.name.startsWith("__"));
  const lines = types.flatMap((type) => {
    const fields = Object.values(type.getFields())
      .filter((field) => getNamedType(field.type).name.endsWith("Connection"))
      .map(({ name, args }) => [name, args.map((arg) => arg.name).filter((arg) => !paging.has(arg))]);
    return fields.length === 0 ? [] : [`  ${type.name}: ${JSON.stringify(Object.fromEntries(fields))},`];
  });
  return `${BANNER}export const connections: Record<string, Record<string, string[]>> = {\n${lines.sort().join("\n")}\n};\n`;
}

const parseFile = (path) => {
  const text = new Source(readFileSync(path, "utf8"), path);
  return { location: path, document: addTypenames(parse(text)) };
};
const fragmentsIn = (source) => source.document.definitions.filter((d) => d.kind === Kind.FRAGMENT_DEFINITION);

/** Types and precompiled documents of one source; fragments of the other sources are known and inlined. */
async function documentsOf({ document, schema }, sources, own, filename) {
  const others = sources.filter((source) => !own.includes(source));
  const externalFragments = others.flatMap(fragmentsIn).map((node) => ({
    node,
    name: node.name.value,
    onType: node.typeCondition.name.value,
    isExternal: true,
    importFrom: null,
  }));
  const text = await codegen({
    filename,
    schema: document,
    schemaAst: schema,
    documents: own,
    config: { ...OPERATIONS, externalFragments },
    plugins: [{ typescriptOperations: {} }, { typedDocumentNode: {} }],
    pluginMap: { typescriptOperations, typedDocumentNode },
  });
  return BANNER + text;
}

export async function generateSchema(root) {
  const written = [];
  const loaded = loadSchema(root);
  const target = join(root, "packages/schema/src");
  writeWhenChanged(join(target, "schema.generated.ts"), await typesOf(loaded), written);
  writeWhenChanged(join(target, "possible-types.generated.ts"), possibleTypesOf(loaded), written);
  writeWhenChanged(join(target, "connections.generated.ts"), connectionsOf(loaded), written);
  const examples = filesBelow(join(root, "packages/schema/examples"), ".graphql").map(parseFile);
  const typed =
    examples.length > 0
      ? await documentsOf(loaded, examples, examples, "examples.generated.ts")
      : `${BANNER}export {};\n`;
  writeWhenChanged(join(target, "examples.generated.ts"), typed, written);
  return written;
}

/** Names of operations and fragments are unique over all documents: the cache and the manifest know them by name. */
function refuseSameNames(sources) {
  const seen = new Map();
  for (const { location, document } of sources)
    for (const { name } of document.definitions) {
      if (!name) throw new Error(`${location}: an operation without a name`);
      if (seen.has(name.value))
        throw new Error(`${location}: the name ${name.value} is taken by ${seen.get(name.value)}`);
      seen.set(name.value, location);
    }
}

export async function generateWeb(root) {
  const written = [];
  const document = asPagesSeeIt(loadSchema(root).document);
  const loaded = { document, schema: buildASTSchema(document) };
  const folder = join(root, "apps/web/src");
  const sources = filesBelow(folder, ".graphql").map(parseFile);
  refuseSameNames(sources);
  const texts = [];
  for (const source of sources) {
    const target = source.location.replace(/\.graphql$/, ".generated.ts");
    texts.push(await documentsOf(loaded, sources, [source], target));
    writeWhenChanged(target, texts.at(-1), written);
  }
  for (const stale of filesBelow(folder, ".generated.ts")) if (!written.includes(stale)) rmSync(stale);
  writeWhenChanged(join(folder, "trusted-documents.generated.json"), manifestOf(texts), written);
  return written;
}

/** SHA-256 of each precompiled operation, printed as the client sends it → its name and text: the list of trusted documents. */
function manifestOf(generatedTexts) {
  const operations = generatedTexts
    .flatMap((text) => [...text.matchAll(/^export const \w+Document = (\{.*\}) as unknown as /gm)])
    .map(([, json]) => JSON.parse(json))
    .map((document) => ({ name: document.definitions[0].name?.value ?? "", text: print(document) }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  const byHash = operations.map((operation) => [createHash("sha256").update(operation.text).digest("hex"), operation]);
  return `${JSON.stringify(Object.fromEntries(byHash), null, 2)}\n`;
}

/** Generates the named rooms (`schema`, `web`, or both) of the repository at `root`; returns the files it stands for. */
export async function generate(root, rooms = ["schema", "web"]) {
  const written = [];
  if (rooms.includes("schema")) written.push(...(await generateSchema(root)));
  if (rooms.includes("web")) written.push(...(await generateWeb(root)));
  return written;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const root = resolve(dirname(fileURLToPath(import.meta.url)), "..");
  try {
    const written = await generate(root, process.argv[2] ? [process.argv[2]] : undefined);
    console.log(`generated ${written.length} files`);
  } catch (error) {
    const details = error.errors ?? error.cause?.errors ?? [error];
    for (const detail of details) console.error(`generate: ${relativeTo(root, detail.message)}`);
    process.exitCode = 1;
  }
}

function relativeTo(root, text) {
  return String(text).replaceAll(`${root}/`, "").replaceAll(relative(process.cwd(), root), "");
}

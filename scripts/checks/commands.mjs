// Commands of the SPA: every mutation goes through one of the two hooks of lib/commands, and asks why it was refused.
import { CODE, filesOf, isTest, lineOf, read, withoutComments } from "./sources.mjs";

const SPA = "apps/web/src";
/** The folder of the hooks, wherever it stands: they alone send. */
const HOOKS = `${SPA}/lib/commands/`;
const SENDING = /\buseMutation\b|\.mutate\s*\(|\bsendMutation\b/g;
const COMMAND = /\buseCommand\(\s*(\w+)/g;
const IN_BACKGROUND = /\b(?:useBackgroundMutation\(|mutateInBackground\(\s*\w+,)\s*(\w+)/g;
const MUTATION = /^mutation (\w+)[^{]*\{[\s\S]*?^\}/gm;

/** The mutations that go through `useCommand`, by the names of their documents: what a person presses a button for. */
export const commandsOf = (root) => [...usesOf(root, COMMAND).keys()].sort();

/**
 * The same with each file that has one: a command can stand in several.
 * @param {string} root
 * @returns {{ file: string, command: string }[]}
 */
export const commandPlacesOf = (root) =>
  everyUseOf(root, COMMAND)
    .map(({ name, path }) => ({ file: path, command: name }))
    .sort((a, b) => (`${a.file}: ${a.command}` < `${b.file}: ${b.command}` ? -1 : 1));

const everyUseOf = (root, pattern) =>
  filesOf(root, [SPA], CODE)
    .filter((path) => !isTest(path) && !path.startsWith(HOOKS))
    .flatMap((path) => {
      const code = withoutComments(read(root, path));
      return [...code.matchAll(pattern)].map((match) => ({
        name: match[1].replace(/Document$/, ""),
        path,
        line: lineOf(code, match.index),
      }));
    });

const usesOf = (root, pattern) =>
  new Map(everyUseOf(root, pattern).map(({ name, path, line }) => [name, `${path}:${line}`]));

const mutationsOf = (root) =>
  filesOf(root, [SPA], /\.graphql$/).flatMap((path) =>
    [...read(root, path).matchAll(MUTATION)].map(([text, name]) => ({ path, name, text })),
  );

const bypasses = (root) =>
  filesOf(root, [SPA], CODE)
    .filter((path) => !isTest(path) && !path.startsWith(HOOKS))
    .flatMap((path) => {
      const code = withoutComments(read(root, path));
      return [...code.matchAll(SENDING)].map(
        ({ 0: what, index }) => `${path}:${lineOf(code, index)}: a mutation beside lib/commands (${what.trim()})`,
      );
    });

export function checkCommands(root) {
  const commands = usesOf(root, COMMAND);
  const inBackground = usesOf(root, IN_BACKGROUND);
  const mutations = mutationsOf(root);
  const known = new Set(mutations.map(({ name }) => name));
  return [
    ...bypasses(root),
    ...[...commands, ...inBackground]
      .filter(([name]) => !known.has(name))
      .map(([name, place]) => `${place}: ${name} is no mutation by its name, so no list of commands holds it`),
    ...mutations
      .filter(({ name }) => !commands.has(name) && !inBackground.has(name))
      .map(({ path, name }) => `${path}: nobody sends ${name}`),
    ...mutations
      .filter(({ text }) => !/userErrors \{\s*\.\.\.Refusal\b/.test(text))
      .map(({ path, name }) => `${path}: ${name} does not ask why it was refused (userErrors { ...Refusal })`),
  ];
}

/** Which files a patch touches, and which the document says a recipe touches. */

/** Paths that the patch makes or changes, in its order. */
export const filesIn = (patch: string): readonly string[] =>
  [...patch.matchAll(/^diff --git a\/\S+ b\/(\S+)$/gm)].map(([, path = ""]) => path);

/** Of the table below the heading that names the recipe: its first column. `<noun>` stands for one word of a path. */
export const filesOf = (document: string, recipe: string): readonly string[] => {
  const [, section = ""] = document.split(`(\`tests/recipes/${recipe}.patch\`)`);
  const [table = ""] = section.split(/^#/m);
  return [...table.matchAll(/^\| `([^`]+)` \|/gm)].map(([, path = ""]) => path);
};

const patternOf = (path: string): RegExp => {
  const seen: string[] = [];
  const source = path.replaceAll(/<(\w+)>|[.*+?^${}()|[\]\\]/g, (text, name: string | undefined) => {
    if (name === undefined) return `\\${text}`;
    if (seen.includes(name)) return `\\${seen.indexOf(name) + 1}`;
    seen.push(name);
    return "([^/.]+)";
  });
  return new RegExp(`^${source}$`);
};

/** Files that no row names, and rows that no file is for; each row is for one file. */
export const unmatched = (told: readonly string[], files: readonly string[]): readonly string[] => {
  const left = [...files];
  const idle = told.filter((path) => {
    const at = left.findIndex((file) => patternOf(path).test(file));
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
  return [
    ...left.map((file) => `${file} is in the patch, and no row of docs/architecture.md names it`),
    ...idle.map((path) => `${path} is named in docs/architecture.md, and the patch does not touch it`),
  ];
};

// What no source may contain: the machine's clock outside its one file, HTML made from strings, code made from strings.
import { CODE, filesOf, isTest, lineOf, ROOM_FOLDERS, read, withoutComments } from "./sources.mjs";

const CLOCKS = new Set(["apps/api/src/kernel/clock.ts", "apps/web/src/lib/clock.ts"]);

const BANS = [
  { name: "the clock", pattern: /\bDate\.now\b|\bnew Date\(\s*\)/g, isAllowed: (path) => CLOCKS.has(path) },
  {
    name: "a clock or chance in the domain",
    pattern: /\bnew Date\b|\bMath\.random\b|\bperformance\.now\b|\bTemporal\.Now\b|\basync\b|\bawait\b/g,
    isAllowed: (path) => !path.startsWith("packages/domain/"),
  },
  {
    name: "an order of names of its own; formatters.byName knows the reader's alphabet",
    pattern: /\blocaleCompare\b|\bIntl\.Collator\b/g,
    isAllowed: (path) => !path.startsWith("apps/web/src/") || path === "apps/web/src/lib/formatters.ts",
  },
  {
    name: "HTML from a string",
    pattern: /\bdangerouslySetInnerHTML\b|\b(inner|outer)HTML\b|\binsertAdjacentHTML\b|\bdocument\.write\b/g,
    isAllowed: () => false,
  },
  {
    name: "decimals of money asked of the runtime",
    pattern: /\bstyle:\s*["']currency["']/g,
    isAllowed: (path) => path === "packages/domain/src/purchase/money.ts",
  },
  {
    name: "a field of several lines beside lib/textarea, which asks who keeps what is typed",
    pattern: /<textarea\b|\bTextarea\b[^;]*\bfrom "@mantine\/core"|\bcontentEditable\b/g,
    isAllowed: (path) => path === "apps/web/src/lib/textarea.tsx",
  },
  {
    name: "a text said to be kept beside lib/kept and the draft of a request",
    pattern: /\bkeptText\b/g,
    isAllowed: (path) =>
      path.startsWith("apps/web/src/lib/kept/") ||
      path.startsWith("apps/web/src/features/new-request/") ||
      !path.startsWith("apps/web/src/"),
  },
  {
    name: "what a tab keeps, beside lib/kept/tab-store",
    pattern: /\bsessionStorage\b/g,
    isAllowed: (path) => path === "apps/web/src/lib/kept/tab-store.ts",
  },
  {
    name: "work that comes round beside the `jobs` of its module.ts",
    pattern: /\bscheduleJob\b/g,
    isAllowed: (path) => path.startsWith("apps/api/src/kernel/jobs/"),
  },
  {
    name: "addresses beside the `routes` of its module.ts",
    pattern: /\bapp\.(get|post|put|delete|route)\s*[<(]/g,
    isAllowed: (path) => !/^apps\/api\/src\/([^/]+\.ts$|seed\/|cli\/|history\/)/.test(path),
  },
  { name: "code from a string", pattern: /\beval\s*\(|\bnew Function\s*\(/g, isAllowed: () => false },
  {
    name: "the environment",
    pattern: /\bprocess\.env\b/g,
    isAllowed: (path) =>
      !/^(apps\/api|packages)\//.test(path) || /^apps\/api\/src\/(config|main|cli\/run)\.ts$/.test(path),
  },
];

// The files of a suite share the modules of their worker: one that replaces a module replaces it for the next.
const BANS_IN_TESTS = [
  { name: "a module replaced for every suite", pattern: /\bvi\.(mock|doMock)\s*\(/g, isAllowed: () => false },
];

export function checkBans(root) {
  return filesOf(root, ROOM_FOLDERS, CODE).flatMap((path) => {
    const code = withoutComments(read(root, path));
    const bans = isTest(path) ? BANS_IN_TESTS : BANS;
    return bans
      .filter(({ isAllowed }) => !isAllowed(path))
      .flatMap(({ name, pattern }) =>
        [...code.matchAll(pattern)].map((match) => `${path}:${lineOf(code, match.index)}: ${name} (${match[0]})`),
      );
  });
}

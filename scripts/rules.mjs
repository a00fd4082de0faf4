// Writes docs/rules.md from the registries of the built domain package and the programmes of the seeds: the real rules, readable.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const TARGET = "docs/rules.md";
const cell = (value) =>
  String(value)
    .replaceAll("|", "\\|")
    .replaceAll("<", "&lt;")
    .replace(/\s*\n\s*/g, " ");
const table = (head, rows) =>
  [head, head.map(() => "---"), ...rows].map((row) => `| ${row.map(cell).join(" | ")} |`).join("\n");

const reasonRows = ({ REASONS, REASON_MESSAGES }) =>
  REASONS.map(({ code, number, summary }) => {
    const { message, remedy } = REASON_MESSAGES.en[code];
    return [number, `\`${code}\``, summary, message, remedy, REASON_MESSAGES.ro[code].message];
  });

const refusalRows = ({ REFUSALS, REFUSAL_MESSAGES }) =>
  REFUSALS.map(({ code, summary, rules }) => {
    const { message, remedy } = REFUSAL_MESSAGES.en[code];
    const when = rules === undefined ? summary : summary.replace(/\.$/, ` (${rules}).`);
    return [`\`${code}\``, when, message, remedy, REFUSAL_MESSAGES.ro[code].message];
  });

function programmeRows(root) {
  const programmes = JSON.parse(readFileSync(join(root, "apps/api/seeds/programmes.json"), "utf8"));
  return programmes.map((programme) => [
    programme.name,
    programme.units.count ?? "per agreement",
    `${programme.validity.years} year${programme.validity.extraDays ? ` + ${programme.validity.extraDays} days` : ""}`,
    programme.platforms.join(", "),
    programme.lifecyclePhases.join(", "),
    (programme.phaseOverrides ?? [])
      .map((each) => `${each.products.join(", ")}: ${each.lifecyclePhases.join(", ")}`)
      .join("; ") || "–",
    programme.versionRule === "any" ? "any" : "current and previous",
    programme.signInAllowed.map((kind) => ({ msa: "personal", entra: "work", partner: "partner" })[kind]).join(", "),
    programme.retiredOn ?? "–",
  ]);
}

const severityRows = ({ SEVERITIES, FIRST_RESPONSE_HOURS, offersSupport24x7 }) =>
  SEVERITIES.map((severity) => [
    `\`${severity}\``,
    FIRST_RESPONSE_HOURS[severity],
    offersSupport24x7(severity) ? "yes" : "no",
  ]);

const statusRows = ({ REQUEST_STATUSES, nextStatuses, turnOf }) =>
  REQUEST_STATUSES.map((status) => [
    `\`${status}\``,
    turnOf({ status }).toLowerCase(),
    nextStatuses(status).join(", ") || "– (reopening is an event of its own)",
  ]);

/** The document as it should stand; `domain` is the built package. */
export function rulesDocument(root, domain) {
  const parts = [
    [
      "# The rules",
      "Written by `npm run fix` from the registries of `packages/domain` and the programmes of `apps/api/seeds`; `npm run check` fails when it is stale.",
    ],
    [
      "## Why a plan cannot be used",
      "All failing reasons are shown, in this order. A product, phase or version reason is judged only for a product whose delivery the plan covers.",
    ],
    [table(["number", "code", "what it means", "sentence", "what to do", "Romanian"], reasonRows(domain))],
    ["## Refusals", "What a rule answers to a command it does not accept."],
    [table(["code", "when", "sentence", "what to do", "Romanian"], refusalRows(domain))],
    ["## Programmes of the example pack"],
    [
      table(
        [
          "programme",
          "incidents",
          "term",
          "delivery",
          "lifecycle phases",
          "other phases for",
          "versions",
          "accounts",
          "retired on",
        ],
        programmeRows(root),
      ),
    ],
    [
      "## Severity and the first answer",
      "Hours count round the clock with 24/7 support, else in the business hours of the country's region.",
    ],
    [table(["severity", "hours to the first answer", "24/7 support"], severityRows(domain))],
    [
      "## Where a request stands",
      `A closed request can be reopened for ${domain.REOPEN_WINDOW_DAYS} days without using an incident.`,
    ],
    [table(["status", "whose turn", "may become"], statusRows(domain))],
  ];
  return `${parts.flat().join("\n\n")}\n`;
}

const loadDomain = (root) => import(pathToFileURL(join(root, "packages/domain/dist/index.js")).href);

export async function checkRules(root) {
  const path = join(root, TARGET);
  const wanted = rulesDocument(root, await loadDomain(root));
  return existsSync(path) && readFileSync(path, "utf8") === wanted ? [] : [`${TARGET} is stale: npm run fix`];
}

export async function writeRules(root) {
  writeFileSync(join(root, TARGET), rulesDocument(root, await loadDomain(root)));
}

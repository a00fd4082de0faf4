/** The embedded provider's own sign-in page: every persona in one click, and a form for somebody new (R48, R49). */
import { joinName, type Language } from "@accord/domain";
import { html, type Markup, renderPage } from "../../../kernel/http/page.js";
import { type PageMessage, say } from "./messages/index.js";
import type { Persona, PersonKind } from "./personas.js";

export type NewPersonField = "givenName" | "familyName" | "email" | "kind";

export interface PersonaPage {
  readonly language: Language;
  /** Where the forms go. */
  readonly action: string;
  readonly personas: readonly Persona[];
  /** Kind the portal asked for: its group comes first. */
  readonly wanted: "personal" | "work" | null;
  /** What was typed, when the form comes back with errors. */
  readonly typed: Readonly<Record<string, string | undefined>>;
  readonly errors: readonly NewPersonField[];
}

type GroupName = "groupWork" | "groupPartner" | "groupPersonal" | "groupGuest" | "groupDesk";

export const renderPersonaPage = (page: PersonaPage): string => {
  const text = (key: PageMessage, params?: Record<string, string>): string => say(page.language, key, params);
  const groups = GROUP_ORDER[page.wanted ?? "any"].map((name) => ({
    name,
    people: page.personas.filter((persona) => groupOf(persona) === name),
  }));
  return renderPage({
    language: page.language,
    title: text("title"),
    isWide: true,
    body: html`<h1>${text("title")}</h1><p class="lead">${text("lead")}</p>
${page.errors.length === 0 ? null : renderProblem(page)}
<form method="post" action="${page.action}">${groups.filter((group) => group.people.length > 0).map((group) => renderGroup(page, group))}</form>
${renderNewPerson(page)}
<p class="note">${text("demoNote")}</p>`,
  });
};

const GROUP_ORDER: Readonly<Record<"personal" | "work" | "any", readonly GroupName[]>> = {
  any: ["groupWork", "groupPartner", "groupPersonal", "groupGuest", "groupDesk"],
  work: ["groupWork", "groupPartner", "groupGuest", "groupDesk", "groupPersonal"],
  personal: ["groupPersonal", "groupWork", "groupPartner", "groupGuest", "groupDesk"],
};

const groupOf = (persona: Persona): GroupName => {
  if (persona.role !== "customer") return "groupDesk";
  const groups: Record<PersonKind, GroupName> = {
    personal: "groupPersonal",
    work: "groupWork",
    partner: "groupPartner",
    guest: "groupGuest",
  };
  return groups[persona.kind];
};

const renderGroup = (page: PersonaPage, group: { name: GroupName; people: readonly Persona[] }): Markup =>
  html`<section aria-labelledby="${group.name}"><h2 id="${group.name}">${say(page.language, group.name)}</h2>
<ul class="cards">${group.people.map((persona) => renderPersona(page.language, persona))}</ul></section>`;

const renderPersona = (language: Language, persona: Persona): Markup =>
  html`<li><button class="person" type="submit" name="person" value="${persona.id}"><span class="face" aria-hidden="true">${initials(persona)}</span>
<span class="name">${joinName(persona)}</span>
<span class="about">${placeOf(language, persona)}</span><span class="about">${persona.email}</span>
<span class="hint">${upperFirst(persona.about?.[language] ?? "")}</span></button></li>`;

const upperFirst = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const initials = (persona: Persona): string => `${persona.givenName[0] ?? ""}${persona.familyName[0] ?? ""}`;

const placeOf = (language: Language, persona: Persona): string => {
  const role = ROLES[persona.role];
  if (role !== undefined) return say(language, role);
  if (persona.kind === "personal" || persona.company === null) return say(language, "kindPersonal");
  return persona.kind === "guest" ? say(language, "guestOf", { company: persona.company }) : persona.company;
};

const ROLES: Readonly<Record<string, PageMessage>> = {
  engineer: "roleEngineer",
  lead: "roleLead",
  administrator: "roleAdministrator",
};

const ERRORS: Readonly<Record<NewPersonField, PageMessage>> = {
  givenName: "errorName",
  familyName: "errorName",
  email: "errorEmail",
  kind: "errorKind",
};

const renderProblem = ({ language, errors }: PersonaPage): Markup =>
  html`<div class="problem" role="alert"><h2>${say(language, "errorSummary")}</h2><ul>${errors.map(
    (field) => html`<li><a href="#${field}">${say(language, field)}: ${say(language, ERRORS[field])}</a></li>`,
  )}</ul></div>`;

const renderNewPerson = (page: PersonaPage): Markup => {
  const text = (key: PageMessage): string => say(page.language, key);
  const wanted = page.typed.kind ?? page.wanted ?? "work";
  const option = (value: string, key: PageMessage): Markup =>
    html`<option value="${value}"${wanted === value ? html` selected` : null}>${text(key)}</option>`;
  return html`<section class="panel" aria-labelledby="new-person"><h2 id="new-person">${text("newTitle")}</h2><p class="lead">${text("newLead")}</p>
<form method="post" action="${page.action}" novalidate><div class="fields">
${renderField(page, "givenName", "text", "given-name")}${renderField(page, "familyName", "text", "family-name")}
${renderField(page, "email", "email", "email")}
<div class="field"><label for="kind">${text("kind")}</label><select id="kind" name="kind">${option("work", "kindWork")}${option("personal", "kindPersonal")}${option("partner", "kindPartner")}</select></div>
</div>
<div class="check"><input type="checkbox" id="isEmailProven" name="isEmailProven" aria-describedby="proven-help"${
    page.errors.length === 0 || page.typed.isEmailProven === "on" ? html` checked` : null
  }><label for="isEmailProven">${text("proven")}</label>
<span class="help" id="proven-help">${text("provenHelp")}</span></div>
<button class="button" type="submit">${text("submitNew")}</button></form></section>`;
};

const renderField = (page: PersonaPage, field: NewPersonField, type: string, autocomplete: string): Markup => {
  const isWrong = page.errors.includes(field);
  return html`<div class="field"><label for="${field}">${say(page.language, field)}</label><input id="${field}" name="${field}" type="${type}" autocomplete="${autocomplete}" required maxlength="${
    type === "email" ? 254 : 80
  }" value="${page.typed[field] ?? ""}"${isWrong ? html` aria-invalid="true" aria-describedby="${field}-error"` : null}>${
    isWrong ? html`<p class="error" id="${field}-error">${say(page.language, ERRORS[field])}</p>` : null
  }</div>`;
};

/** /docs/api as one page: the guide, every query, mutation and subscription, with executed examples, every type (F73). Plain HTML, no script. */
import { html, type Markup, renderPage } from "../kernel/http/page.js";
import { type GuideOptions, guideSections } from "./guide.js";
import { operationsOf, type Root, renderOperations } from "./operations-section.js";
import type { PublishedApi } from "./published-api.js";
import { operationAnchor, typeAnchor } from "./text-and-links.js";
import { groupTypes, renderTypes } from "./types-section.js";

interface Chapter {
  readonly id: string;
  readonly title: string;
  readonly lead: string | null;
  readonly body: Markup | readonly Markup[];
  /** What the table of contents lists below the chapter. */
  readonly entries: readonly { readonly anchor: string; readonly label: string }[];
}

export const renderApiReference = (published: PublishedApi, options: GuideOptions): string => {
  const guide: Chapter[] = guideSections(published, options).map((section) => ({
    ...section,
    lead: null,
    entries: [],
  }));
  const operations = [
    operationChapter(published, "Query", "queries", "Queries", "Reading. Nothing changes by asking."),
    operationChapter(published, "Mutation", "mutations", "Mutations", "One command each: one input, one payload."),
    operationChapter(
      published,
      "Subscription",
      "subscriptions",
      "Subscriptions",
      "Changes as they happen, over a WebSocket.",
    ),
  ];
  const types: Chapter[] = groupTypes(published).map((group) => ({
    ...group,
    body: renderTypes(group, published),
    entries: group.types.map(({ name }) => ({ anchor: typeAnchor(name), label: name })),
  }));
  const contents = renderContents(guide, operations, types);
  const body = html`<a class="skip" href="#begin">Skip the contents</a>
<div class="reference"><nav class="contents" aria-label="Contents">${contents}</nav>
<details class="contents-folded"><summary>Contents</summary><nav aria-label="Contents, folded">${contents}</nav></details>
<div class="text"><h1>API reference</h1><p class="lead">Everything the portal does, for your own programs: plans, support requests, the catalogue. GraphQL over HTTP, one address, one token.</p>
${[...guide, ...operations, ...types].map(renderChapter)}</div></div>`;
  return renderPage({ language: "en", title: "API reference", body, isWide: true, stylesheet: "/docs/api.css" });
};

const operationChapter = (published: PublishedApi, root: Root, id: string, title: string, lead: string): Chapter => ({
  id,
  title,
  lead,
  body: renderOperations(published, root),
  entries: operationsOf(published, root).map(({ name }) => ({ anchor: operationAnchor(root, name), label: name })),
});

const renderChapter = ({ id, title, lead, body, entries }: Chapter): Markup =>
  html`<section class="${entries.length === 0 ? "guide" : "list"}"><h2 id="${id}"><a href="#${id}">${title}</a></h2>${
    lead === null ? null : html`<p class="lead">${lead}</p>`
  }${body}</section>`;

const renderContents = (
  guide: readonly Chapter[],
  operations: readonly Chapter[],
  types: readonly Chapter[],
): Markup => html`<p class="group">Guide</p><ul>${guide.map(({ id, title }) => html`<li><a href="#${id}">${title}</a></li>`)}</ul>
${operations.map((chapter) => html`<p class="group"><a href="#${chapter.id}">${chapter.title}</a></p>${entriesOf(chapter)}`)}
<p class="group">Types</p>${types.map(
  (chapter) =>
    html`<details><summary>${chapter.title} <span class="quiet">${chapter.entries.length}</span></summary>${entriesOf(chapter)}</details>`,
)}`;

const entriesOf = ({ entries }: Chapter): Markup =>
  html`<ul class="names">${entries.map(({ anchor, label }) => html`<li><a href="#${anchor}">${label}</a></li>`)}</ul>`;

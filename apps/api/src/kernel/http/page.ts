/** The frame of the few pages the server renders itself: no script, one stylesheet of our own, every value escaped. */
import type { Language } from "@accord/domain";
import type { FastifyInstance } from "fastify";
import { forEverybody } from "./compression.js";
import { PAGE_STYLES } from "./page-styles.js";
import { readTypeface } from "./typeface.js";

/** Markup that is already safe: only `html` makes it. */
export class Markup {
  constructor(readonly text: string) {}
}

type Value = string | number | null | Markup | readonly Markup[];

/** A template whose values are escaped unless they are markup themselves. */
export const html = (parts: TemplateStringsArray, ...values: readonly Value[]): Markup =>
  new Markup(parts.reduce((text, part, index) => text + render(values[index - 1] ?? null) + part));

const render = (value: Value): string => {
  if (value === null) return "";
  if (value instanceof Markup) return value.text;
  if (Array.isArray(value)) return value.map((each: Markup) => each.text).join("");
  return String(value).replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
};

/** Two interlocking arcs: the mark of Accord. */
const MARK = new Markup(
  '<svg class="mark" viewBox="0 0 32 32" width="32" height="32" aria-hidden="true" focusable="false"><g fill="none" stroke="currentColor" stroke-width="4.5" stroke-linecap="round"><path class="arc" d="M19.5 8.2A8 8 0 1 0 19.5 23.8"/><path d="M12.5 23.8A8 8 0 1 0 12.5 8.2"/></g></svg>',
);

/** A whole page. */
export const renderPage = (page: {
  language: Language;
  title: string;
  body: Markup;
  isWide?: boolean;
  stylesheet?: string;
}): string =>
  `<!doctype html>${html`<html lang="${page.language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark"><meta name="robots" content="noindex"><title>${page.title} · Accord</title><link rel="icon" href="/mark.svg" type="image/svg+xml"><link rel="stylesheet" href="/auth/pages.css">${page.stylesheet === undefined ? null : html`<link rel="stylesheet" href="${page.stylesheet}">`}</head><body><header class="top">${MARK}<span class="brand">Accord</span></header><main class="${page.isWide === true ? "wide" : "column"}">${page.body}</main></body></html>`.text}`;

export const registerPageStyles = (app: FastifyInstance): void => {
  const styles = readTypeface() + PAGE_STYLES;
  app.get("/auth/pages.css", async (_request, reply) =>
    forEverybody(reply).header("cache-control", "public, max-age=300").type("text/css; charset=utf-8").send(styles),
  );
};

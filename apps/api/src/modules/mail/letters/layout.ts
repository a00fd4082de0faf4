/** The look of a mail: one column of tables that every mail program shows, light and dark, no image, nothing loaded. */
import type { Language } from "@accord/domain";
import { html, Markup } from "../../../kernel/http/page.js";
import { markerLine, type Words } from "./words.js";

const FONT = "font-family:system-ui,-apple-system,'Segoe UI',Roboto,'Noto Sans',Arial,sans-serif";
/** Programs that know a dark theme take these; the others keep the light colours written at the elements. */
const STYLES = new Markup(`<style>
:root{color-scheme:light dark;supported-color-schemes:light dark}
@media (prefers-color-scheme:dark){
.paper{background:#0c191b!important}.card{background:#13262a!important;border-color:#284146!important}
.ink{color:#e6f1f1!important}.quiet{color:#a6bcbf!important}.rule{border-color:#284146!important}
.button{background:#72c2be!important;color:#062626!important}.link{color:#72c2be!important}.brand{color:#72c2be!important}
}
@media (max-width:480px){.pad{padding:20px!important}.fact{display:block!important;width:auto!important;padding-bottom:0!important}}
</style>`);

const quiet = (text: string): Markup =>
  html`<p class="quiet" style="${FONT};margin:0 0 8px;font-size:13px;line-height:1.5;color:#4a6166">${text}</p>`;

const fact = ([name, value]: readonly [string, string]): Markup =>
  html`<tr><td class="fact quiet rule" style="${FONT};padding:8px 16px 8px 0;width:38%;font-size:14px;line-height:1.4;color:#4a6166;vertical-align:top">${name}</td><td class="fact ink rule" style="${FONT};padding:8px 0;font-size:15px;line-height:1.4;color:#12262a;font-weight:600;vertical-align:top">${value}</td></tr>`;

/** The whole page of a mail; every value is escaped by the template. */
export const layOut = (language: Language, words: Words): string => {
  const { title, lead, facts, button, notes, footer, marker } = words;
  const body = html`<body class="paper" style="margin:0;padding:0;background:#f3f7f7">${
    marker === null
      ? null
      : html`<p class="quiet" style="${FONT};margin:0;padding:12px;text-align:center;font-size:12px;color:#4a6166">${markerLine(marker)}</p>`
  }<table role="presentation" class="paper" width="100%" cellpadding="0" cellspacing="0" style="background:#f3f7f7"><tr><td align="center" style="padding:24px 12px">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="max-width:560px"><tr><td class="brand" style="${FONT};padding:0 4px 16px;font-size:18px;font-weight:650;color:#0a6362">Accord</td></tr>
<tr><td class="card pad" style="padding:32px;background:#ffffff;border:1px solid #cddcdd;border-radius:12px">
<h1 class="ink" style="${FONT};margin:0 0 12px;font-size:22px;line-height:1.25;color:#12262a">${title}</h1>
<p class="ink" style="${FONT};margin:0 0 20px;font-size:16px;line-height:1.5;color:#12262a">${lead}</p>${
    facts.length === 0
      ? null
      : html`<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="margin:0 0 24px">${facts.map(fact)}</table>`
  }
<p style="margin:0 0 24px"><a class="button" href="${button.url}" target="_blank" rel="noopener" style="${FONT};display:inline-block;padding:12px 24px;border-radius:8px;background:#0a6362;color:#ffffff;font-size:16px;font-weight:600;text-decoration:none">${button.label}</a></p>
${notes.map(quiet)}<p class="quiet" style="${FONT};margin:0;font-size:13px;line-height:1.5;color:#4a6166;overflow-wrap:anywhere"><a class="link" href="${button.url}" target="_blank" rel="noopener" style="color:#0a6362">${button.url}</a></p>
</td></tr><tr><td style="padding:16px 4px 0">${footer.map(quiet)}</td></tr></table></td></tr></table></body>`;
  const head = html`<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark"><title>${words.subject}</title>${STYLES}</head>`;
  return `<!doctype html>${html`<html lang="${language}">${head}${body}</html>`.text}`;
};

/** The sandbox's pages: where a card is entered, and where the bank asks its customer; no script, nothing kept of what was typed. */
import { formatMoney, type Language } from "@accord/domain";
import { html, type Markup, renderPage } from "../../../../kernel/http/page.js";
import { type SandboxMessage, say } from "./messages/index.js";
import type { CardField } from "./read-card.js";
import { TEST_CARDS } from "./test-cards.js";

interface Page {
  readonly language: Language;
  /** Back to the portal. */
  readonly backUrl: string;
}

export const renderCardPage = ({ language, backUrl, problems }: Page & { problems: readonly CardField[] }): string => {
  const text = (key: SandboxMessage): string => say(language, key);
  const field = (name: CardField, complete: string, hint: string): Markup => {
    const isWrong = problems.includes(name);
    return html`<div class="field"><label for="${name}">${text(name)}</label><input id="${name}" name="${name}" inputmode="numeric" autocomplete="${complete}" placeholder="${hint}" aria-invalid="${String(isWrong)}"${isWrong ? html` aria-describedby="${name}-problem"` : null}>${isWrong ? html`<p class="error" id="${name}-problem">${text(`${name}Problem`)}</p>` : null}</div>`;
  };
  return renderPage({
    language,
    title: text("cardTitle"),
    body: html`<h1>${text("cardTitle")}</h1><p class="lead"><strong>${text("sandbox")}.</strong> ${text("sandboxNote")}</p>
${problems.length === 0 ? null : renderProblems(language, problems)}
<form method="post" class="panel" autocomplete="off"><div class="fields">${[field("number", "cc-number", "4242 4242 4242 4242"), field("expiry", "cc-exp", "12/30"), field("cvc", "cc-csc", "123")]}</div>
<p></p><p><button class="button" type="submit">${text("save")}</button> &nbsp; <a href="${backUrl}">${text("cancel")}</a></p></form>
<form method="post"><h2>${text("testCards")}</h2><ul class="cards">${TEST_CARDS.map((card) => renderTestCard(language, card))}</ul></form>`,
  });
};

const renderProblems = (language: Language, problems: readonly CardField[]): Markup =>
  html`<div class="problem" role="alert"><h2>${say(language, "problem")}</h2><ul>${problems.map((name) => html`<li><a href="#${name}">${say(language, `${name}Problem`)}</a></li>`)}</ul></div>`;

const renderTestCard = (language: Language, { number, brand, behaviour }: (typeof TEST_CARDS)[number]): Markup =>
  html`<li><button class="person" type="submit" name="pick" value="${number}" aria-label="${say(language, "pick")}: ${brand} ${number.slice(-4)}, ${say(language, behaviour)}"><span class="face" aria-hidden="true">${number.slice(-4)}</span><span class="name">${grouped(number)}</span><span class="about">${brand}</span><span class="hint">${say(language, behaviour)}</span></button></li>`;

/** What stands at the root: what this is, and its test cards. */
export const renderAboutPage = ({ language, backUrl }: Page): string =>
  renderPage({
    language,
    title: say(language, "sandbox"),
    body: html`<h1>${say(language, "sandbox")}</h1><p class="lead">${say(language, "sandboxNote")}</p><h2>${say(language, "testCards")}</h2>
<ul class="mails">${TEST_CARDS.map((card) => html`<li class="mail"><strong>${grouped(card.number)}</strong> — ${card.brand}, ${say(language, card.behaviour)}</li>`)}</ul><p></p><p><a class="button" href="${backUrl}">${say(language, "back")}</a></p>`,
  });

const grouped = (number: string): string => number.replace(/(.{4})(?=.)/g, "$1 ");

export const renderChallengePage = (page: Page & { amountMinor: number; currency: string; last4: string }): string => {
  const { language, amountMinor, currency, last4 } = page;
  const text = (key: SandboxMessage, params?: Record<string, string>): string => say(language, key, params);
  const amount = formatMoney(language === "ro" ? "ro-RO" : "en-GB", { amountMinor, currency });
  return renderPage({
    language,
    title: text("challengeTitle"),
    body: html`<h1>${text("challengeTitle")}</h1><p class="lead"><strong>${text("sandbox")}.</strong> ${text("challengeLead", { amount })}</p>
<form method="post" class="panel"><p>•••• ${last4}</p><p><button class="button" type="submit" name="answer" value="approve">${text("approve")}</button> &nbsp; <button class="button" type="submit" name="answer" value="refuse">${text("refuse")}</button></p></form>`,
  });
};

export const renderGonePage = ({ language, backUrl }: Page): string =>
  renderPage({
    language,
    title: say(language, "goneTitle"),
    body: html`<h1>${say(language, "goneTitle")}</h1><p class="lead">${say(language, "goneLead")}</p><p><a class="button" href="${backUrl}">${say(language, "back")}</a></p>`,
  });

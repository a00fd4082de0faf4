/** The page for a sign-in that cannot go on. */
import type { Language } from "@accord/domain";
import { html, renderPage } from "../../../kernel/http/page.js";
import { say } from "./messages/index.js";

/** A page that says what happened and offers to start again. */
export const renderSignInProblem = (language: Language, problem: "expired" | "failed"): string => {
  const title = say(language, `${problem}Title`);
  const body = html`<h1>${title}</h1><p class="lead">${say(language, `${problem}Lead`)}</p><p><a class="button" href="/auth/login">${say(language, "startAgain")}</a></p>`;
  return renderPage({ language, title, body });
};

/** A page for whoever signs in where many sign-ins failed a moment ago: it goes on by itself, or by the link to `address`. */
export const renderSignInWait = (language: Language, seconds: number, address: string): string => {
  const title = say(language, "waitTitle");
  const lead = say(language, "waitLead", { seconds: String(seconds) });
  const body = html`<h1>${title}</h1><p class="lead" role="status">${lead}</p><p><a class="button" href="${address}">${say(language, "goOn")}</a></p>`;
  return renderPage({ language, title, body });
};

/** The page for a sign-in that cannot go on. */
import { html, renderPage } from "../../http/page.js";
import { preferredLanguage, say } from "./messages/index.js";

/** A page that says what happened and offers to start again. */
export const renderSignInProblem = (acceptLanguage: string | undefined, problem: "expired" | "failed"): string => {
  const language = preferredLanguage(acceptLanguage);
  const title = say(language, `${problem}Title`);
  const body = html`<h1>${title}</h1><p class="lead">${say(language, `${problem}Lead`)}</p><p><a class="button" href="/auth/login">${say(language, "startAgain")}</a></p>`;
  return renderPage({ language, title, body });
};

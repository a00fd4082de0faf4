/** Signs out: drops what the tab keeps, then posts to the server, which ends the session. */
import { tabStore } from "./kept/tab-store";

/** Leaves this page; the server answers with a redirect to the sign-in page. */
export function signOut(): void {
  for (const key of tabStore.keys()) tabStore.remove(key);
  const form = document.createElement("form");
  form.method = "post";
  form.action = "/auth/logout";
  document.body.append(form);
  form.submit();
}

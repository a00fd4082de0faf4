/** Signs out: drops what the tab keeps of drafts, then posts to the server, which ends the session. */

/** Leaves this page; the server answers with a redirect to the sign-in page. */
export function signOut(): void {
  try {
    sessionStorage.clear();
  } catch {
    // Nothing was kept.
  }
  const form = document.createElement("form");
  form.method = "post";
  form.action = "/auth/logout";
  document.body.append(form);
  form.submit();
}

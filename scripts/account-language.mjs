// What pages are spoken in follows the account (K8): stories that are told in both languages give their person the one they are told in.
const VIEWER = "{ viewer { account { profile { country timeZone language phone preferredContactMethod } } } }";
const CHANGE = "mutation ($input: CompleteProfileInput!) { completeProfile(input: $input) { userErrors { message } } }";

/**
 * Gives the account that is signed in the language `language`; one without a profile goes by the browser, and stays as it is.
 * @param {import("@playwright/test").BrowserContext} context
 * @param {string} origin of the portal
 * @param {"en" | "ro"} language
 */
export async function speakAs(context, origin, language) {
  const ask = async (query, variables) => {
    const answer = await context.request.post(`${origin}/graphql`, { data: { query, variables }, headers: { origin } });
    const { data, errors } = await answer.json();
    if (data == null) throw new Error(`the account's language: ${JSON.stringify(errors)}`);
    return data;
  };
  const { viewer } = await ask(VIEWER);
  const { profile } = viewer.account;
  const code = language === "ro" ? "RO" : "EN";
  if (profile === null || profile.language === code) return;
  const { completeProfile } = await ask(CHANGE, { input: { ...profile, language: code } });
  const [refusal] = completeProfile.userErrors;
  if (refusal !== undefined) throw new Error(`the account's language: ${refusal.message}`);
}

/**
 * The choice a browser brings along where nobody is signed in.
 * @param {"en" | "ro"} language
 */
export const chosenCookie = (language) => ({
  name: "accord.language",
  value: language,
  domain: "localhost",
  path: "/",
});

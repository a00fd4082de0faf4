/** Fills the parameters of a pattern with what the signed-in person has; what nobody can have stands for a page that says so. */
import { FLOW_STEPS, PACK_KINDS, packName } from "@accord/domain";
import type { Page } from "@playwright/test";

type Nodes = { readonly nodes: readonly { readonly id: string }[] };
type Known = Readonly<Record<string, readonly string[]>>;

/** By pattern, where the same word means another thing; else by parameter. Each question is asked by itself: not everybody may ask each. */
const QUESTIONS: Readonly<Record<string, string>> = {
  "/plans/:planId": "myPlans { nodes { id } }",
  "/administration/agreements/:planId": "managedAgreements { nodes { id: planId } }",
  "/requests/:requestId": "myRequests { nodes { id } }",
  "/queue/:requestId": "queue { nodes { id: requestId } }",
  ":purchaseId": "purchases { nodes { id } }",
  ":importId": "agreementImports { nodes { id } }",
  ":accountId": "accounts { nodes { id: accountId } }",
  ":articleId": "articles { nodes { id: slug } }",
  ":topicId": "generalTopics { id: slug }",
};

/** Views that have an address of their own beside the page's. */
const VIEWS: Readonly<Record<string, readonly string[]>> = {
  "/requests/:requestId": ["?tab=attachments", "?tab=contacts"],
  "/requests": ["?view=closed", "?view=all"],
  "/plans": ["?buy=1"],
  "/queue": ["?view=all"],
  "/administration/overview": ["?days=365"],
};

const PROBLEM = {
  productId: "sql-server",
  productVersionId: "sql-server-2022",
  categoryId: "high-availability-and-recovery",
  problemId: "availability-group-not-synchronizing",
  title: "Secondary replica stays NOT SYNCHRONIZING after a network change",
  description: "Since Monday morning, on every replica of the head office.",
  answers: [
    {
      formSlug: "sql-server-availability",
      version: 1,
      values: [
        { name: "build", text: "16.0.4165.4" },
        { name: "kind", text: "availability-group" },
        { name: "topology", text: "Two replicas in Cluj-Napoca, one in Timișoara" },
        { name: "since", text: "2026-11-23T06:00:00Z" },
      ],
    },
  ],
};
const PLACE = { severity: "MODERATE", support24x7: false, country: "RO", timeZone: "Europe/Bucharest" };

const ask = async (page: Page, query: string, variables: object = {}): Promise<Record<string, unknown> | null> => {
  const answer = await page.request.post("/graphql", {
    data: { query, variables },
    headers: { origin: new URL(page.url()).origin },
  });
  return ((await answer.json()) as { data: Record<string, unknown> | null }).data ?? null;
};

/** A request all of whose steps can be opened. */
const keepDraft = async (page: Page, planId: string | undefined): Promise<readonly string[]> => {
  const content = {
    ...PROBLEM,
    ...PLACE,
    planId,
    primaryContact: { isSelf: true, preferredContactMethod: "EMAIL", phone: "+40 21 555 0117" },
    additionalContacts: [{ givenName: "Ecaterina", familyName: "Brâncoveanu", email: "ecaterina@transilvan.example" }],
    completedSteps: ["PROBLEM", "PLAN", "PRIMARY_CONTACT", "SHARING"],
  };
  const text = "mutation ($content: DraftContentInput!) { saveDraft(input: { content: $content }) { draft { id } } }";
  const data = (await ask(page, text, { content })) as { saveDraft?: { draft: { id: string } | null } } | null;
  return data?.saveDraft?.draft == null ? [] : [data.saveDraft.draft.id];
};

const usablePlan = async (page: Page): Promise<string | undefined> => {
  const text = `{ availablePlans(productVersionId: "${PROBLEM.productVersionId}") { plan { id } } }`;
  const data = (await ask(page, text)) as { availablePlans?: readonly { plan: { id: string } }[] } | null;
  return data?.availablePlans?.[0]?.plan.id;
};

/** A file whose second row is refused; nothing for who may not send one. */
const sendImport = (page: Page): Promise<unknown> =>
  ask(
    page,
    "mutation ($input: CreateAgreementImportInput!) { createAgreementImport(input: $input) { userErrors { code } } }",
    {
      input: {
        fileName: "acorduri-semnate-în-noiembrie-2026.csv",
        text: "programme,accessId,agreementId,startsOn\nvisual-studio-enterprise,SZ-1,77001,2026-12-01\nnone,SZ-2,77002,2026-12-01\n",
      },
    },
  );

/** What the person at `page` has, by pattern or parameter. */
export const readKnown = async (page: Page): Promise<Known> => {
  await sendImport(page);
  const known: Record<string, readonly string[]> = {
    ":token": ["9f2c61d07be84a35a1c0"],
    ":kind": PACK_KINDS.map(packName),
    ":step": FLOW_STEPS.map((step) => step.toLowerCase().replaceAll("_", "-")),
    ":draftId": await keepDraft(page, await usablePlan(page)),
    "*": ["no-such-page"],
  };
  for (const [name, question] of Object.entries(QUESTIONS)) {
    const found = Object.values((await ask(page, `{ found: ${question} }`)) ?? {})[0] as Nodes | Nodes["nodes"] | null;
    const nodes = found == null ? [] : "nodes" in found ? found.nodes : found;
    known[name] = nodes.map(({ id }) => id);
  }
  return known;
};

const AT_MOST = 3;

/** The addresses of `pattern`: at most three of a kind, `none` where this person has none. */
export const addressesOf = (pattern: string, known: Known): readonly string[] => {
  const fill = (address: string): readonly string[] => {
    const parameter = /:\w+|\*/.exec(address)?.[0];
    if (parameter === undefined) return [address];
    const values = known[pattern] ?? known[parameter];
    if (values === undefined) throw new Error(`${pattern}: say in addresses.ts what ${parameter} can be`);
    const shown = parameter === ":step" ? values : values.slice(0, AT_MOST);
    return (shown.length === 0 ? ["none"] : shown).flatMap((value) => fill(address.replace(parameter, value)));
  };
  return fill(pattern).flatMap((address, index) => [
    address,
    ...(index === 0 ? (VIEWS[pattern] ?? []).map((view) => address + view) : []),
  ]);
};

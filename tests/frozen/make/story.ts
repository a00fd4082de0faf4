/** What happens in the frozen world, in order: the demo world, the published examples, then stories of the shop, the desk and the office. */
import { receiptStatement } from "@accord/domain";
import { SCOPES, type Scope } from "../../../apps/api/src/kernel/principal.js";
import { accountStore, createToken } from "../../../apps/api/src/modules/identity/module.js";
import { createReceiptSigner, purchaseStore } from "../../../apps/api/src/modules/purchases/module.js";
import { EXAMPLE_NAMES, ExampleRun, refusalsIn, shownRefusals } from "../../support/examples.js";
import type { MailSink } from "../../support/mail-sink.js";
import type { TestServer } from "../../support/test-server.js";
import { persona, type Visitor } from "../../support/visitor.js";
import type { Names } from "../frozen-files.js";
import { workAtTheDesk } from "./desk-story.js";
import { tell } from "./door.js";
import { changePeopleAndPacks, importAgreements, issueAgreements } from "./office-story.js";
import { buyInEveryMarket, buyWithEveryOutcome, loadPrices } from "./shop-story.js";

type Writable<Part> = { -readonly [Key in keyof Part]: Part[Key] };

export interface NamesInMaking {
  readonly ids: Writable<Names["ids"]>;
  readonly cookies: Writable<Names["cookies"]>;
  readonly tokens: Writable<Names["tokens"]>;
  replay: Names["replay"];
}

export interface Making {
  readonly server: TestServer;
  readonly names: NamesInMaking;
  readonly admin: Visitor;
  readonly lead: Visitor;
  readonly novak: Visitor;
  readonly silva: Visitor;
  readonly agreement: { readonly accessId: string; readonly agreementId: string };
  readonly planId: string;
}

const PERSONAS = ["ana", "ana-msa", "mihai", "jonas", "lena", "sam", "yuki", "radu", "elena", "guest"];
const HOUR = 3_600_000;

export const tellTheStory = async (server: TestServer, sink: MailSink): Promise<Names> => {
  const names: NamesInMaking = { ids: {}, cookies: {}, tokens: {}, replay: null };
  // Nobody takes this address: what goes there is given up on.
  sink.refuse = (address) => (address.startsWith("gabi") ? { code: 550, text: "no such person" } : null);
  await runExamples(server);
  server.clock.advance(HOUR);
  const staff = async (id: string): Promise<Visitor> => {
    const visitor = await persona(server, `u-${id}`);
    names.cookies[id] = visitor.cookie;
    return visitor;
  };
  const people = {
    admin: await staff("admin"),
    lead: await staff("lead"),
    novak: await staff("novak"),
    silva: await staff("silva"),
  };
  const { planId, ...agreement } = await issueAgreements(people.admin);
  names.ids.plan = planId;
  const making: Making = { server, names, ...people, planId, agreement };
  await loadPrices(people.admin);
  // What is in force is read again after half a minute.
  server.clock.advance(31_000);
  await importAgreements(making);
  await workAtTheDesk(making);
  await changePeopleAndPacks(making);
  await server.mail.drain();
  server.clock.advance(HOUR / 60);
  for (const id of PERSONAS) names.cookies[id] = (await persona(server, `u-${id}`)).cookie;
  await buyInEveryMarket(making);
  await buyWithEveryOutcome(making);
  await makeTokens(making);
  await nameThings(making);
  await server.payments?.sandbox?.deliver();
  await server.mail.drain();
  // The mail server is away now: what is written last waits.
  sink.refuse = () => ({ code: 451, text: "try again later" });
  await tell(people.novak, "addCommunication", {
    requestId: names.ids.assigned,
    text: "Written while no mail went out.",
  });
  await server.mail.drain();
  return {
    instant: new Date(server.clock.now()).toISOString(),
    ...names,
    pair: agreement,
    replyTo: sink.to("dora.enescu@frozen.example").at(-1)?.parsed.replyTo?.value[0]?.address ?? "",
    receipts: await receiptsOf(server, Object.values(names.ids)),
  };
};

/** Everything the contract publishes is done once. */
const runExamples = async (server: TestServer): Promise<void> => {
  const tokenFor = async (email: string): Promise<string> => (await newToken(server, email, SCOPES)).token;
  const visit = {
    origin: server.origin,
    cookie: await server.signInAs("u-lena"),
    token: await tokenFor("lena.koch@nordwind.example"),
    engineerToken: await tokenFor("petra.novak@desk.example"),
    partnerToken: await tokenFor("radu.marin@transilvan.example"),
    settle: () => server.mail.drain(),
    leadToken: await tokenFor("ioana.dumitru@desk.example"),
    buyerCookie: await server.signInAs("u-sam"),
    buyerToken: await tokenFor("sam.carter@mail.example"),
    adminCookie: await server.signInAs("u-admin"),
  };
  const examples = new ExampleRun();
  for (const name of EXAMPLE_NAMES) {
    await server.mail.drain();
    const answer = await examples.ask(name, visit);
    const refusals = refusalsIn(answer);
    if (answer.errors !== undefined || refusals.join() !== shownRefusals(name).join())
      throw new Error(`${name}: ${JSON.stringify(answer)}`);
  }
};

const newToken = async (server: TestServer, email: string, scopes: readonly Scope[]) => {
  const [account] = await server.db.read.of(accountStore).list({ email });
  const { db, clock, config } = server;
  const made = { accountId: account?.id ?? "", name: "frozen", scopes, expiresAt: null };
  return createToken({ db, clock, limits: config.limits }, made);
};

const makeTokens = async ({ server, names }: Making): Promise<void> => {
  const { tokens } = names;
  tokens.readToken = (await newToken(server, "dora.enescu@frozen.example", ["agreements:read", "requests:read"])).token;
  tokens.narrowToken = (await newToken(server, "dora.enescu@frozen.example", ["agreements:read"])).token;
  tokens.deskToken = (await newToken(server, "petra.novak@desk.example", ["requests:read", "requests:write"])).token;
  tokens.buyerToken = (await newToken(server, "buyer.hu@mail.example", ["purchases:write"])).token;
};

/** What every receipt says, and its signature. */
const receiptsOf = async ({ db, keys }: TestServer, ids: readonly string[]): Promise<Names["receipts"]> => {
  const signer = createReceiptSigner(keys.receiptKey);
  const receipts: Names["receipts"][number][] = [];
  for (const purchaseId of ids.filter((id) => id.startsWith("pur_"))) {
    const purchase = await db.read.of(purchaseStore).byId(purchaseId);
    const statement = purchase && receiptStatement(purchase);
    if (statement !== null) receipts.push({ purchaseId, statement, signature: signer.sign(statement) });
  }
  return receipts;
};

/** Of the demo world: one id of each kind that the questions ask about. */
const nameThings = async ({ server, names }: Making): Promise<void> => {
  const first = async (cookie: string, query: string, path: string): Promise<string> => {
    const response = await fetch(new URL("/graphql", server.origin), {
      method: "POST",
      headers: { "content-type": "application/json", cookie, origin: server.origin },
      body: JSON.stringify({ query }),
    });
    const { data } = (await response.json()) as { data: Record<string, { nodes: { id: string }[] }> };
    const id = data[path]?.nodes[0]?.id;
    if (id === undefined) throw new Error(`nothing of ${path}`);
    return id;
  };
  const { ids, cookies } = names;
  for (const who of ["ana", "mihai", "radu", "yuki"])
    ids[`plan-${who}`] = await first(cookies[who] ?? "", "{ myPlans(first: 1) { nodes { id } } }", "myPlans");
  for (const who of ["ana", "radu", "sam"])
    ids[`request-${who}`] = await first(cookies[who] ?? "", "{ myRequests(first: 1) { nodes { id } } }", "myRequests");
  ids.purchaseSam = await first(cookies.sam ?? "", "{ purchases(first: 1) { nodes { id } } }", "purchases");
};

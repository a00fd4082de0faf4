/** What others do before an example, or while it listens: some operations answer what somebody else began. */
import { createClient } from "graphql-ws";
import { WebSocket } from "ws";
import { type Asker, askOver, at, type ExampleAnswer, type Visit } from "./example-visit.js";

type Resolve = (path: string) => unknown;

const PATIENCE = 20_000;
const REST = 200;
const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Asks until there is something at `path`. @throws Error when there never is */
const untilThere = async (
  ask: () => Promise<ExampleAnswer>,
  path: string,
  isWanted = (found: unknown): boolean => found !== undefined && found !== null,
) => {
  for (const until = performance.now() + PATIENCE; performance.now() < until; ) {
    const { data } = await ask();
    if (isWanted(at(data, path))) return data;
    await pause(REST);
  }
  throw new Error(`nothing came to stand at ${path}`);
};

const REQUEST = "create-request.createRequest.confirmation.requestId";

/** By the example's name; what it gives stands at `asked` of its variables. */
export const ASKED_BEFORE: Readonly<Record<string, (visit: Visit, resolve: Resolve) => Promise<unknown>>> = {
  "decide-access-ask": async (visit, resolve) => {
    const { origin, token, buyerToken } = visit;
    const id = resolve(REQUEST);
    const found = await askOver(origin, { token }, "query ($id: ID!) { request(by: { id: $id }) { number } }", { id });
    const ask = "mutation ($i: CreateAccessAskInput!) { createAccessAsk(input: $i) { isAsked } }";
    await askOver(origin, { token: buyerToken }, ask, { i: { number: at(found.data, "request.number") } });
    await visit.settle?.();
    const asks = () =>
      askOver(origin, { token }, "query ($id: ID!) { request(by: { id: $id }) { accessAsks { id } } }", { id });
    return { accessAsk: at(await untilThere(asks, "request.accessAsks.0"), "request.accessAsks.0") };
  },
  "decide-split": async ({ origin, partnerToken }, resolve) => {
    const answer = await askOver(
      origin,
      { token: partnerToken },
      "query ($id: ID!) { request(by: { id: $id }) { splitProposals { id } } }",
      { id: resolve("queue.queue.nodes.0.requestId") },
    );
    return { proposal: at(answer.data, "request.splitProposals.0") };
  },
  "start-agreement-import": async ({ origin, adminCookie: cookie }) => {
    const begin =
      "mutation ($i: CreateAgreementImportInput!) { createAgreementImport(input: $i) { agreementImport { id } } }";
    const text = "programme,accessId,agreementId,startsOn\nvisual-studio-enterprise,EX-2000,5002000,2026-12-01\n";
    const begun = await askOver(origin, { cookie }, begin, { i: { fileName: "december.csv", text } });
    const id = at(begun.data, "createAgreementImport.agreementImport.id");
    const state = () => askOver(origin, { cookie }, "query ($id: ID!) { agreementImport(id: $id) { state } }", { id });
    await untilThere(state, "agreementImport.state", (found) => found === "CHECKED");
    return { agreementImport: { id } };
  },
  "revoke-session": (visit) => managedAccount(visit),
  "revoke-token": (visit) => managedAccount(visit),
};

const managedAccount = async ({ origin, token, adminCookie: cookie }: Visit): Promise<unknown> => {
  const viewer = await askOver(origin, { token }, "{ viewer { account { id } } }");
  const document = "query ($id: ID!) { managedAccount(id: $id) { sessions { nodes { id } } tokens { nodes { id } } } }";
  return (await askOver(origin, { cookie }, document, { id: at(viewer.data, "viewer.account.id") })).data;
};

/** What an example that listens is told of: a message of the customer's, or of the engineer's where notices are. */
export const makeNews = async (name: string, visit: Visit, resolve: Resolve): Promise<void> => {
  const document = "mutation ($i: AddCommunicationInput!) { addCommunication(input: $i) { userErrors { code } } }";
  const isNotice = name === "unread-notices";
  const token = isNotice ? visit.engineerToken : visit.token;
  const requestId = resolve(isNotice ? "queue.queue.nodes.0.requestId" : REQUEST);
  const i = { requestId, text: "The second site has answered by now." };
  await askOver(visit.origin, { token }, document, { i });
  await visit.settle?.();
};

/** The first event of a subscription; the news is made again until one comes, since nothing tells when the server listens. */
export const firstEvent = async (
  origin: string,
  asker: Asker,
  operation: { readonly query: string; readonly variables: Record<string, unknown> },
  news: () => Promise<void>,
): Promise<ExampleAnswer> => {
  const client = createClient({
    url: `${origin.replace(/^http/, "ws")}/graphql`,
    webSocketImpl: WebSocket,
    retryAttempts: 0,
    ...("token" in asker ? { connectionParams: { authorization: `Bearer ${asker.token}` } } : {}),
  });
  const told: { answer?: ExampleAnswer } = {};
  const first = client
    .iterate(operation)
    .next()
    .then(({ value }) => {
      told.answer = value as unknown as ExampleAnswer;
    });
  try {
    for (const until = performance.now() + PATIENCE; told.answer === undefined && performance.now() < until; ) {
      await Promise.race([first, pause(REST)]);
      if (told.answer === undefined) await news();
      await Promise.race([first, pause(20 * REST)]);
    }
    if (told.answer === undefined) throw new Error("no event came");
    return told.answer;
  } finally {
    await client.dispose();
  }
};

/** The days after a request was opened: posting, opening one that has grown long, and live delivery; each as a ratio or a growth within the run. */
import { startAccord } from "./accord.js";
import { idOf, newestRequestOf, type Person } from "./data/layout.js";
import { copyOf, type PreparedData } from "./data/prepare.js";
import { questionOf } from "./documents.js";
import type { LoadRequest } from "./harness/load-generator.js";
import type { LoadProcess } from "./harness/processes.js";
import { type Contender, type Measured, measure } from "./harness/rounds.js";
import { type Delivery, deliver, post } from "./subscribers.js";
import { requestsFor, type Topic } from "./workloads.js";

export const LONG_ENTRIES = 200;
export const AUDIENCES = [50, 500] as const;

export interface ConversationResult {
  /** 16 connections; what is durable. */
  readonly posted: Measured;
  readonly created: Measured;
  /** One connection; the page of a request, 20 entries of its timeline at once. */
  readonly short: Measured;
  readonly long: Measured;
  readonly deliveries: readonly Delivery[];
}

/** How long the long request grows, and how many people listen to it. */
export interface Length {
  readonly entries: number;
  readonly audiences: readonly number[];
}

interface Bench extends Length {
  readonly load: LoadProcess;
  readonly data: PreparedData;
  readonly topic: Topic;
  readonly port: number;
  readonly plan: Omit<Parameters<typeof measure>[2], "connections">;
  readonly say: (line: string) => void;
}

const ownRequest = ({ layout }: PreparedData, person: Person): string =>
  idOf("req", newestRequestOf(layout, person.number));

const postRequest = (data: PreparedData, person: Person): LoadRequest => ({
  path: "/graphql",
  headers: { Authorization: `Bearer ${person.token}` },
  body: JSON.stringify({
    query: questionOf("W5"),
    operationName: "W5",
    variables: {
      input: {
        requestId: ownRequest(data, person),
        text: "The log of this morning names the second domain controller. ".repeat(4),
        idempotencyKey: "post-{{key}}",
      },
    },
  }),
});

/** Those whose newest request takes messages: in the generated data some are closed. */
const withOpenRequests = async (data: PreparedData, port: number): Promise<Person[]> => {
  const open: Person[] = [];
  for (const person of data.spread) {
    const request = { port, token: person.token, requestId: ownRequest(data, person) };
    const isOpen = await post(request, "Is this still open?").then(
      () => true,
      () => false,
    );
    if (isOpen) open.push(person);
  }
  return open;
};

export const measureConversation = async ({
  load,
  data,
  topic,
  port,
  plan,
  say,
  entries,
  audiences,
}: Bench): Promise<ConversationResult> => {
  const server = await startAccord(copyOf(data, "conversation"), port);
  const contender = (requests: readonly LoadRequest[]): Contender => ({ server, requests });
  const open = await withOpenRequests(data, port);
  const [listener, reader] = open;
  if (listener === undefined || reader === undefined) throw new Error("no people");
  const readings = requestsFor("accord", "W4", data.layout, [listener, reader], topic);
  const [long, short] = readings;
  if (long === undefined || short === undefined) throw new Error("nothing to read");
  const longRequest = { port, token: listener.token, requestId: ownRequest(data, listener) };
  say(`conversation: a request with ${entries} more entries beside one with 25`);
  for (let entry = 0; entry < entries; entry += 1) await post(longRequest, `Entry ${entry}: still the same.`);
  const [shortRead, longRead] = await measure(load, [contender([short]), contender([long])], {
    ...plan,
    connections: 1,
  });
  say("conversation: posting beside creating, 16 connections");
  const [posted, created] = await measure(
    load,
    [
      contender(open.map((person) => postRequest(data, person))),
      contender(requestsFor("accord", "W3", data.layout, data.spread, topic)),
    ],
    { ...plan, connections: 16 },
  );
  const deliveries: Delivery[] = [];
  for (const subscribers of audiences) {
    say(`conversation: ${subscribers} subscribers of one request`);
    deliveries.push(await deliver({ ...longRequest, subscribers, messages: 20 }));
  }
  await server.stop();
  if (posted === undefined || created === undefined || shortRead === undefined || longRead === undefined)
    throw new Error("a measurement is missing");
  return { posted, created, short: shortRead, long: longRead, deliveries };
};

/** mercurius with its JIT over the same SQL and the product's own SDL: the fastest GraphQL peer. */
import { readFileSync } from "node:fs";
import Fastify from "fastify";
import mercurius from "mercurius";
import type { CreateInput } from "./create-request.js";
import { plansOf } from "./plans.js";
import { requestOf, requestsOf, type Viewer } from "./requests.js";
import { openStore, serverArguments } from "./store.js";

interface Context {
  readonly viewer: Viewer;
  /** Both root fields of W1 ask for the same plans. */
  plans?: ReturnType<typeof plansOf>;
}

const { file, port } = serverArguments();
const { reader, catalogue, writer } = await openStore(file);
const schema = readFileSync(new URL("../../../packages/schema/schema.graphql", import.meta.url), "utf8");

const plans = (context: Context, versionId: string): ReturnType<typeof plansOf> => {
  context.plans ??= plansOf(reader, catalogue, context.viewer.id, versionId);
  return context.plans;
};

const resolvers = {
  // The peers know one kind of each: what is measured is the asking.
  Actor: { resolveType: () => "ContactActor" },
  TimelineEntry: { resolveType: () => "ReplyEntry" },
  Query: {
    availablePlans: async (_: unknown, { productVersionId }: { productVersionId: string }, context: Context) =>
      (await plans(context, productVersionId)).availablePlans,
    unavailablePlans: async (_: unknown, { productVersionId }: { productVersionId: string }, context: Context) =>
      (await plans(context, productVersionId)).unavailablePlans,
    myRequests: (_: unknown, { first, after }: { first: number; after?: string }, { viewer }: Context) =>
      requestsOf(reader, catalogue, viewer, first, after ?? null),
    request: (_: unknown, { by: { id } }: { by: { id: string } }, { viewer }: Context) =>
      requestOf(reader, catalogue, viewer, id, 20),
  },
  Mutation: {
    createRequest: async (_: unknown, { input }: { input: CreateInput }, { viewer }: Context) => ({
      confirmation: await writer.createRequest(viewer.id, input),
      userErrors: [],
    }),
  },
};

const app = Fastify();
app.get("/ready", () => ({ isReady: true }));
await app.register(mercurius, {
  schema,
  // mercurius asks for resolvers with its own context type; ours carries the viewer.
  resolvers: resolvers as Parameters<typeof mercurius>[1]["resolvers"],
  jit: 1,
  context: ({ headers }): Context => ({
    viewer: { id: String(headers["x-account"]), email: String(headers["x-email"]) },
  }),
});
await app.listen({ port, host: "127.0.0.1" });

/** The floor: type-graphql, TypeORM's QueryBuilder on sqlite3 and Express 5, each as it comes; what one writes by default. */
import "reflect-metadata";
import { ApolloServer } from "@apollo/server";
import { expressMiddleware } from "@as-integrations/express5";
import express from "express";
import { buildSchema } from "type-graphql";
import { DataSource } from "typeorm";
import { loadCatalogue } from "../catalogue.js";
import { Sqlite } from "../sqlite.js";
import { serverArguments } from "../store.js";
import { ENTITIES } from "./entities.js";
import { type OrmContext, WorkloadResolver } from "./resolvers.js";

const { file, port } = serverArguments();
const reader = await Sqlite.open(file, "reader");
const catalogue = await loadCatalogue(reader);
await reader.close();
const source = new DataSource({ type: "sqlite", database: file, enableWAL: true, entities: ENTITIES });
await source.initialize();
await source.query("PRAGMA synchronous=FULL");

const apollo = new ApolloServer<OrmContext>({
  schema: await buildSchema({ resolvers: [WorkloadResolver], validate: false }),
});
await apollo.start();
const app = express();
app.get("/ready", (_request, response) => response.json({ isReady: true }));
app.use(
  "/graphql",
  express.json(),
  expressMiddleware(apollo, {
    context: async ({ req }) => ({
      source,
      catalogue,
      viewer: { id: String(req.headers["x-account"]), email: String(req.headers["x-email"]) },
    }),
  }),
);
app.listen(port, "127.0.0.1");

/** Parsed and validated documents, kept within bounds: a client that inlines its variables cannot fill the memory. */
import type { ApolloServerOptionsWithSchema } from "@apollo/server";
import { LRUCache } from "lru-cache";

type DocumentStore = NonNullable<ApolloServerOptionsWithSchema<object>["documentStore"]>;
type Document = NonNullable<Awaited<ReturnType<DocumentStore["get"]>>>;

const KEPT = 1000;

export const createDocumentStore = (): DocumentStore => {
  const documents = new LRUCache<string, Document>({ max: KEPT });
  return {
    get: async (key) => documents.get(key),
    set: async (key, document) => void documents.set(key, document),
    delete: async (key) => documents.delete(key),
  };
};

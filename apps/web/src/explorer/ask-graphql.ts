/** Sends what the explorer asks: POST only, with the browser's session or with the token from the headers editor, never both. */
import type { GraphiQLProps } from "graphiql";

export const askGraphql: GraphiQLProps["fetcher"] = async (operation, options) => {
  const headers = new Headers(options?.headers);
  headers.set("content-type", "application/json");
  const response = await fetch("/graphql", {
    method: "POST",
    credentials: headers.has("authorization") ? "omit" : "same-origin",
    headers,
    body: JSON.stringify(operation),
  });
  return response.json();
};

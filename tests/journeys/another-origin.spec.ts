/** A page of another origin asks with a token, as scripts of a customer's own portal do, and never with the cookie (decision 41). */
import { createServer } from "node:http";
import { expect, test } from "@playwright/test";
import { runCommand } from "../support/processes.js";
import { Person } from "./person.js";
import { otherOrigin, ownServer } from "./servers.js";

const EMAIL = "lena.koch@nordwind.example";
const VIEWER = "{ viewer { account { email } } }";

interface Sent {
  readonly url: string;
  readonly init: RequestInit;
}

test("F73: a page of another origin reads with a token, by POST and by GET, and not with the cookie", async ({
  page,
}) => {
  const { port, dataDir } = ownServer();
  const url = `http://localhost:${port}/graphql`;
  const made = await runCommand(["token", "create", "--account", EMAIL, "--scopes", "requests:read", "--json"], {
    DATA_DIR: dataDir,
    ACCORD_NOW: "2026-11-23T08:30:00Z",
  });
  const { token } = JSON.parse(made.stdout) as { token: string };
  await new Person(page).signIn("u-lena");
  const { origin, listenOn } = otherOrigin();
  const other = createServer((_request, response) =>
    response.setHeader("content-type", "text/html").end("<p>Client</p>"),
  );
  await new Promise<void>((resolve) => other.listen(listenOn.port, listenOn.host, resolve));
  try {
    await page.goto(origin);
    const ask = (sent: Sent): Promise<string> =>
      page.evaluate(
        ({ url, init }) =>
          fetch(url, init).then(
            (response) => response.text(),
            (error: unknown) => `refused: ${String(error)}`,
          ),
        sent,
      );
    const headers = { authorization: `Bearer ${token}`, "content-type": "application/json" };
    const body = JSON.stringify({ query: VIEWER });
    expect(await ask({ url, init: { method: "POST", headers, body } })).toContain(EMAIL);
    const asked = `${url}?query=${encodeURIComponent(VIEWER)}`;
    expect(await ask({ url: asked, init: { headers: { authorization: headers.authorization } } })).toContain(EMAIL);
    // With the cookie of the session that this browser has: the browser itself shows nothing of an answer.
    const posted = {
      method: "POST",
      headers: { "content-type": "application/json" },
      body,
      credentials: "include",
    } as const;
    expect(await ask({ url, init: posted })).toMatch(/^refused: /);
    expect(await ask({ url: asked, init: { credentials: "include" } })).toMatch(/^refused: /);
    expect(await ask({ url: asked, init: {} })).toContain("UNAUTHENTICATED");
  } finally {
    await new Promise((resolve) => other.close(resolve));
  }
});

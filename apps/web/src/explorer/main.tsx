/** /explorer: GraphiQL on a page of its own, for whoever writes a script against the portal (contract.md, HTTP; F73). */
import { GraphiQL } from "graphiql";
import { createRoot } from "react-dom/client";
import "graphiql/style.css";
import "./explorer.css";
import "./workers";
import { askGraphql } from "./ask-graphql";

const FIRST_OPERATION = `# Asked as the account you are signed in with,
# or with a token under "Headers":
# { "Authorization": "Bearer …" }
query Viewer {
  viewer {
    isProfileComplete
    account {
      givenName
      familyName
      kind
    }
  }
}
`;

/** The theme chosen in the portal; null follows the system. The explorer's own settings come before it. */
const chosenTheme = (): "light" | "dark" | null => {
  const chosen = localStorage.getItem("accord.scheme");
  return chosen === "light" || chosen === "dark" ? chosen : null;
};

const root = document.getElementById("root");
if (root === null) throw new Error("explorer.html has no #root");
createRoot(root).render(
  <GraphiQL
    fetcher={askGraphql}
    defaultQuery={FIRST_OPERATION}
    defaultTheme={chosenTheme()}
    inputValueDeprecation
    schemaDescription
    shouldPersistHeaders={false}
    showPersistHeadersSettings={false}
  >
    <GraphiQL.Logo>
      <nav className="explorer-links" aria-label="Accord">
        <a href="/">Accord</a>
        <a href="/docs/api">API reference</a>
        <a href="/auth/login?returnTo=/explorer">Sign in</a>
      </nav>
    </GraphiQL.Logo>
  </GraphiQL>,
);

/** The gallery: the real application over fixtures. `/preview/index.html?path=/plans&viewer=none|newcomer`. */
import { createRoot } from "react-dom/client";
import "../src/app/typeface.css";
import "../src/app/mantine.css";
import "../src/app/brand.css";
import "../src/app/print.css";
import { App } from "../src/app/app";
import { startApp } from "../src/app/start";
import { createFixtureLink, topLevelError, type World } from "./fixture-link";
import { NEWCOMER } from "./fixtures/people";
import { WORLD } from "./fixtures/world";

const asked = new URLSearchParams(location.search);
const VIEWERS: Readonly<Record<string, World>> = {
  none: { viewer: () => topLevelError("UNAUTHENTICATED") },
  newcomer: { viewer: NEWCOMER },
  empty: {
    myPlans: { totalCount: 0, edges: [], nodes: [], pageInfo: { hasNextPage: false, hasPreviousPage: false } },
    myRequests: { totalCount: 0, edges: [], nodes: [], pageInfo: { hasNextPage: false, hasPreviousPage: false } },
    myDrafts: [],
  },
};
history.replaceState(null, "", asked.get("path") ?? "/requests");
const started = await startApp({
  link: createFixtureLink({ ...WORLD, ...VIEWERS[asked.get("viewer") ?? ""] }, { delayMs: 50 }),
});
const root = document.getElementById("root");
if (root !== null) createRoot(root).render(<App {...started} />);

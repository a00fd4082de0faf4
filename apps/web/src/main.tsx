/** Starts the single-page application: language first, then providers and router. */
import { createRoot } from "react-dom/client";
import "./app/typeface.css";
import "./app/mantine.css";
import "./app/brand.css";
import "./app/print.css";
import { App } from "./app/app";
import { startApp } from "./app/start";

const root = document.getElementById("root");
if (root === null) throw new Error("index.html has no #root");
const started = await startApp();
createRoot(root).render(<App {...started} />);

/** Every address pattern of the pages, from the router itself: a page that is added is looked at without a line here. */
import { fileURLToPath } from "node:url";
import { createServer } from "vite";

interface Route {
  readonly path?: string;
  readonly children?: readonly Route[];
}

/** The patterns of `routes` and everything below them, as `/plans/:planId`. */
export const patternsOf = (routes: readonly Route[], above = ""): string[] =>
  routes.flatMap(({ path, children }) => {
    const own = path === undefined ? above : `${above}/${path}`;
    return children === undefined ? [own === "" ? "/" : own] : patternsOf(children, own);
  });

/** Loads the router as the pages do: through their own build. */
export const readPatterns = async (): Promise<readonly string[]> => {
  const web = (path: string): string => fileURLToPath(new URL(`../../../apps/web/${path}`, import.meta.url));
  const vite = await createServer({
    root: web(""),
    configFile: web("vite.config.ts"),
    appType: "custom",
    logLevel: "error",
    server: { middlewareMode: true, ws: false, hmr: false, watch: null },
    optimizeDeps: { noDiscovery: true },
  });
  try {
    const { createRoutes } = (await vite.ssrLoadModule("/src/app/router.tsx")) as {
      createRoutes: (isSomebodyKnown: () => boolean) => readonly Route[];
    };
    return patternsOf(createRoutes(() => true));
  } finally {
    await vite.close();
  }
};

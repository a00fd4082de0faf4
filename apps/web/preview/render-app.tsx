/** Renders the real application at an address over a fixture world, for component tests. */

import { ApolloProvider } from "@apollo/client/react";
import { MantineProvider } from "@mantine/core";
import { render } from "@testing-library/react";
import type { ReactNode } from "react";
import { createMemoryRouter, type RouteObject, RouterProvider } from "react-router";
import { LanguageProvider } from "../src/app/language-provider";
import { createRoutes } from "../src/app/router";
import { theme } from "../src/app/theme";
import { signInAgainPage } from "../src/lib/addresses";
import { createApolloClient } from "../src/lib/client";
import type { Language } from "../src/lib/language";
import { loadMessages } from "../src/lib/messages";
import { isViewerKnown } from "../src/lib/viewer";
import { OutcomePlace } from "../src/ui/outcome-place";
import { createFixtureLink, type World } from "./fixture-link";
import { VIEWER } from "./fixtures/people";
import { WORLD } from "./fixtures/world";

export interface Call {
  readonly name: string;
  readonly variables: Record<string, unknown>;
}

/** `ro` is the language of the browser and of the account, `en` that of the browser alone. `world` replaces parts of the fixture world; `calls` grows with every operation sent. */
export const renderApp = (path: string, world: World = {}, language: Language = "en") =>
  renderRoutes(createRoutes, path, { world, language });

/** The same with other sentences than the catalogue's, for languages nobody has written yet. */
export const renderInWords = (messages: Record<string, string>, path: string, world: World = {}) =>
  renderRoutes(createRoutes, path, { world, language: "en", messages });

/** A part on its own, as on a page that does nothing else. */
export const renderPart = (part: ReactNode, world: World = {}, language: Language = "en") =>
  renderRoutes(() => [{ path: "*", element: <OutcomePlace>{part}</OutcomePlace> }], "/", {
    world,
    language,
  });

interface Surroundings {
  readonly world: World;
  readonly language: Language;
  readonly messages?: Record<string, string>;
}

async function renderRoutes(
  routesOf: (isSignedIn: () => boolean) => RouteObject[],
  path: string,
  { world, language, messages }: Surroundings,
) {
  const calls: Call[] = [];
  const ends: (() => void)[] = [];
  const client = createApolloClient({
    language: () => language,
    onUnauthenticated: () =>
      void router.navigate(signInAgainPage(router.state.location.pathname, isViewerKnown(client)), { replace: true }),
    link: createFixtureLink(
      { ...WORLD, ...(language === "ro" ? inRomanian(world) : world) },
      { onOperation: (name, variables) => calls.push({ name, variables }), onSubscription: (end) => ends.push(end) },
    ),
  });
  const router = createMemoryRouter(
    routesOf(() => isViewerKnown(client)),
    { initialEntries: [path] },
  );
  const firstMessages = messages ?? (await loadMessages(language));
  const view = render(
    <MantineProvider theme={theme} env="test">
      <ApolloProvider client={client}>
        <LanguageProvider firstLanguage={language} firstMessages={firstMessages} setLanguage={() => undefined}>
          <RouterProvider router={router} />
        </LanguageProvider>
      </ApolloProvider>
    </MantineProvider>,
  );
  /** What the server does when rights or a session are taken away. */
  const endLive = (): void => {
    for (const end of ends.splice(0)) end();
  };
  return { ...view, calls, router, client, endLive };
}

/** Whoever is signed in with a profile speaks Romanian. */
const inRomanian = ({ viewer = VIEWER, ...world }: World): World => {
  const { account } = viewer as typeof VIEWER;
  if (account?.profile == null) return { ...world, viewer };
  const profile = { ...account.profile, language: "RO" };
  return { ...world, viewer: { ...(viewer as object), account: { ...account, profile } } };
};

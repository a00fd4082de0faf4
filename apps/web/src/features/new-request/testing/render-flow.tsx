/** Renders the flow at an address over the stand-in server, with the same providers as the application. */
import { ApolloProvider } from "@apollo/client/react";
import { MantineProvider } from "@mantine/core";
import { configure, render } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { IntlProvider } from "react-intl";
import { createMemoryRouter, RouterProvider } from "react-router";
import { VIEWER } from "../../../../preview/fixtures/people";
import { createApolloClient } from "../../../lib/client";
import { type Language, LanguageContext } from "../../../lib/language";
import { type Viewer, ViewerContext } from "../../../lib/viewer";
import en from "../../../messages/en";
import ro from "../../../messages/ro";
import NewRequestPage from "../new-request-page";
import type { FakeServer } from "./fake-server";

// The machine may be busy: waiting longer never makes a wrong page right.
configure({ asyncUtilTimeout: 8000 });

const MESSAGES = { en, ro };

export function renderFlow(server: FakeServer, path = "/requests/new/drf_1/problem", language: Language = "en") {
  const client = createApolloClient({
    language: () => language,
    onUnauthenticated: () => undefined,
    link: server.link,
  });
  const routes = ["/requests/new", "/requests/new/:draftId", "/requests/new/:draftId/:step"].map((address) => ({
    path: address,
    Component: NewRequestPage,
  }));
  const router = createMemoryRouter([...routes, { path: "*", element: <p>elsewhere</p> }], { initialEntries: [path] });
  const view = render(
    <MantineProvider env="test">
      <ApolloProvider client={client}>
        <LanguageContext value={{ language, speak: async () => undefined }}>
          <IntlProvider
            locale={language}
            messages={MESSAGES[language]}
            onError={(error) => {
              throw error;
            }}
          >
            <ViewerContext value={VIEWER as unknown as Viewer}>
              <RouterProvider router={router} />
            </ViewerContext>
          </IntlProvider>
        </LanguageContext>
      </ApolloProvider>
    </MantineProvider>,
  );
  return { ...view, router, person: userEvent.setup() };
}

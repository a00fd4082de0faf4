/** All providers around the router. */
import { ApolloProvider } from "@apollo/client/react";
import { MantineProvider } from "@mantine/core";
import { lazy, Suspense } from "react";
import { RouterProvider } from "react-router";
import { WithAttachments } from "./attachment-slots";
import { LanguageProvider } from "./language-provider";
import type { StartedApp } from "./start";
import { colorSchemeManager, styleNonce, theme } from "./theme";

/** Nothing is announced on the first paint. */
const Notifications = lazy(async () => ({ default: (await import("@mantine/notifications")).Notifications }));

export function App(started: StartedApp) {
  return (
    <MantineProvider
      theme={theme}
      colorSchemeManager={colorSchemeManager}
      defaultColorScheme="auto"
      withCssVariables={false}
      withGlobalClasses={false}
      getStyleNonce={styleNonce}
    >
      <ApolloProvider client={started.client}>
        <LanguageProvider {...started}>
          <Suspense fallback={null}>
            <Notifications position="bottom-right" limit={3} containerWidth={380} />
          </Suspense>
          <WithAttachments>
            <RouterProvider router={started.router} />
          </WithAttachments>
        </LanguageProvider>
      </ApolloProvider>
    </MantineProvider>
  );
}

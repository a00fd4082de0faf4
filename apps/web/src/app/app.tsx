/** All providers around the router. */
import { ApolloProvider } from "@apollo/client/react";
import { MantineProvider } from "@mantine/core";
import { RouterProvider } from "react-router";
import { DemoLine } from "./demo-line";
import { LanguageProvider } from "./language-provider";
import type { StartedApp } from "./start";
import { colorSchemeManager, styleNonce, theme } from "./theme";

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
          <DemoLine />
          <RouterProvider router={started.router} />
        </LanguageProvider>
      </ApolloProvider>
    </MantineProvider>
  );
}

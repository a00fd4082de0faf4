/** All providers around the router. */
import { ApolloProvider } from "@apollo/client/react";
import { MantineProvider } from "@mantine/core";
import { RouterProvider } from "react-router";
import { WithAttachments } from "./attachment-slots";
import { DemoLine } from "./demo-line";
import { LanguageProvider } from "./language-provider";
import { WithPurchases } from "./purchase-slots";
import { WithRequestDesk } from "./request-desk";
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
          <WithAttachments>
            <WithRequestDesk>
              <WithPurchases>
                <RouterProvider router={started.router} />
              </WithPurchases>
            </WithRequestDesk>
          </WithAttachments>
        </LanguageProvider>
      </ApolloProvider>
    </MantineProvider>
  );
}

/** Prepares what the first paint needs: catalogue of the language, Apollo Client, router. */
import type { ApolloClient, ApolloLink } from "@apollo/client";
import { currentPath, signInAgainPage } from "../lib/addresses";
import { createApolloClient, KEEPS_PAGE } from "../lib/client";
import { firstLanguage, type Language } from "../lib/language";
import { keepLetterPair } from "../lib/letter-pair";
import { loadMessages, markDocument } from "../lib/messages";
import { isViewerKnown } from "../lib/viewer";
import { ViewerDocument } from "../lib/viewer.generated";
import { createRouter } from "./router";

export interface StartedApp {
  readonly client: ApolloClient;
  readonly router: ReturnType<typeof createRouter>;
  readonly firstLanguage: Language;
  readonly firstMessages: Record<string, string>;
  /** Tells the client in which language to ask from now on. */
  readonly setLanguage: (language: Language) => void;
}

export async function startApp(options: { link?: ApolloLink } = {}): Promise<StartedApp> {
  keepLetterPair();
  let language = firstLanguage();
  const client = createApolloClient({
    language: () => language,
    onUnauthenticated: () => {
      if (location.pathname === "/sign-in") return;
      void router.navigate(signInAgainPage(currentPath(location), isViewerKnown(client)), { replace: true });
    },
    link: options.link,
  });
  // The guard asks for the same answer: it is on its way while the page's code loads.
  void client.query({ query: ViewerDocument, context: KEEPS_PAGE }).catch(() => undefined);
  const firstMessages = await loadMessages(language);
  markDocument(language, firstMessages);
  const router = createRouter(() => isViewerKnown(client));
  return {
    client,
    router,
    firstLanguage: language,
    firstMessages,
    setLanguage: (next) => {
      language = next;
    },
  };
}

/** Gives the screens their language and changes it: catalogue, document language and the answers of the server. */

import { useApolloClient } from "@apollo/client/react";
import { DirectionContext } from "@mantine/core";
import { type ReactNode, useCallback, useMemo, useRef, useState } from "react";
import { IntlProvider } from "react-intl";
import { type Language, LanguageContext, LOCALES } from "../lib/language";
import { loadMessages, markDocument, readDirection } from "../lib/messages";

interface Props {
  readonly firstLanguage: Language;
  readonly firstMessages: Record<string, string>;
  readonly setLanguage: (language: Language) => void;
  readonly children: ReactNode;
}

export function LanguageProvider({ firstLanguage, firstMessages, setLanguage, children }: Props) {
  const client = useApolloClient();
  const [spoken, setSpoken] = useState({ language: firstLanguage, messages: firstMessages });
  const show = useCallback(
    async (language: Language) => {
      const messages = await loadMessages(language);
      setLanguage(language);
      markDocument(language, messages);
      setSpoken({ language, messages });
      // Names and sentences of the server are in the old language: what is on the screen is asked again, the rest forgotten.
      client.cache.evict({ id: "ROOT_QUERY", broadcast: false });
      await client.refetchQueries({ include: "active" }).catch(() => undefined);
    },
    [client, setLanguage],
  );
  const underWay = useRef<{ readonly language: Language; readonly shown: Promise<void> } | null>(null);
  const speak = useCallback(
    (language: Language): Promise<void> => {
      // Whoever pressed and the account that changed by it want the same: it is shown once.
      if (underWay.current?.language === language) return underWay.current.shown;
      const shown = show(language).finally(() => {
        if (underWay.current?.shown === shown) underWay.current = null;
      });
      underWay.current = { language, shown };
      return shown;
    },
    [show],
  );
  const context = useMemo(() => ({ language: spoken.language, speak }), [spoken.language, speak]);
  const direction = useMemo(
    () => ({ dir: readDirection(spoken.messages), setDirection: saidByCatalogue, toggleDirection: saidByCatalogue }),
    [spoken.messages],
  );
  return (
    <LanguageContext.Provider value={context}>
      <DirectionContext.Provider value={direction}>
        <IntlProvider
          locale={LOCALES[spoken.language]}
          messages={spoken.messages}
          defaultLocale="en"
          onError={reportMissing}
        >
          {children}
        </IntlProvider>
      </DirectionContext.Provider>
    </LanguageContext.Provider>
  );
}

/** Nothing but the catalogue turns the page. */
const saidByCatalogue = (): void => undefined;

/** A missing sentence is a defect: it stops the tests, and shows its key to people rather than nothing. */
function reportMissing(error: Error): void {
  if (import.meta.env.DEV || import.meta.env.MODE === "test") console.error(error.message);
}

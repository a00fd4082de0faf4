/** Adds the sentences that only the pages below say; nothing below is drawn before they are there. */
import { type ReactNode, use, useMemo } from "react";
import { IntlProvider, useIntl } from "react-intl";
import { useLanguage } from "./language";
import { findPart, loadPart, type MessagePart } from "./messages";

interface Props {
  readonly part: MessagePart;
  readonly children: ReactNode;
}

export function PartMessages({ part, children }: Props) {
  const { locale, defaultLocale, messages: shared, onError } = useIntl();
  const { language } = useLanguage();
  const own = findPart(part, language) ?? use(loadPart(part, language));
  const messages = useMemo(() => ({ ...own, ...(shared as Record<string, string>) }), [own, shared]);
  return (
    <IntlProvider locale={locale} defaultLocale={defaultLocale} messages={messages} onError={onError}>
      {children}
    </IntlProvider>
  );
}

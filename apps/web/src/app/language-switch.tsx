/** Shows the screens in the other language. */
import { IconLanguage } from "@tabler/icons-react";
import { useIntl } from "react-intl";
import { LANGUAGES, type Language, useLanguage } from "../lib/language";
import { Popup, PopupChoice } from "../ui/popup";

/** Languages are named in themselves. */
export const LANGUAGE_NAMES = { en: "English", ro: "Română" } as const;

export function LanguageSwitch({ onChoose }: { readonly onChoose: (language: Language) => void }) {
  const { formatMessage } = useIntl();
  const { language } = useLanguage();
  return (
    <Popup
      label={formatMessage({ id: "shell.language" }, { language: LANGUAGE_NAMES[language] })}
      button={
        <>
          <IconLanguage size={18} aria-hidden />
          {language.toUpperCase()}
        </>
      }
    >
      {LANGUAGES.map((one) => (
        <PopupChoice key={one} lang={one} isChosen={one === language} onClick={() => onChoose(one)}>
          {LANGUAGE_NAMES[one]}
        </PopupChoice>
      ))}
    </Popup>
  );
}

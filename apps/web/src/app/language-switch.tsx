/** Shows the screens in another language. */
import { IconLanguage } from "@tabler/icons-react";
import { useIntl } from "react-intl";
import { LANGUAGE_NAMES, LANGUAGES, type Language, useLanguage } from "../lib/language";
import { Popup, PopupChoice } from "../ui/popup";

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

/** Shows the screens in the other language. */
import { Button, Menu } from "@mantine/core";
import { IconLanguage } from "@tabler/icons-react";
import { useIntl } from "react-intl";
import { LANGUAGES, useLanguage } from "../lib/language";

/** Languages are named in themselves. */
export const LANGUAGE_NAMES = { en: "English", ro: "Română" } as const;

export function LanguageSwitch() {
  const { formatMessage } = useIntl();
  const { language, choose } = useLanguage();
  return (
    <Menu position="bottom-end" withinPortal={false}>
      <Menu.Target>
        <Button
          variant="subtle"
          color="gray"
          px={10}
          h={44}
          leftSection={<IconLanguage size={18} aria-hidden />}
          aria-label={formatMessage({ id: "shell.language" }, { language: LANGUAGE_NAMES[language] })}
        >
          {language.toUpperCase()}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {LANGUAGES.map((one) => (
          <Menu.Item key={one} lang={one} role="menuitemradio" aria-checked={one === language} fw={one === language ? 650 : undefined} onClick={() => void choose(one)}>
            {LANGUAGE_NAMES[one]}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

/** Light, dark, or as the system says. */
import { useMantineColorScheme } from "@mantine/core";
import { IconDeviceDesktop, IconMoon, IconSun } from "@tabler/icons-react";
import { FormattedMessage, useIntl } from "react-intl";
import { Popup, PopupChoice } from "../ui/popup";

const SCHEMES = [
  { scheme: "light", Icon: IconSun },
  { scheme: "dark", Icon: IconMoon },
  { scheme: "auto", Icon: IconDeviceDesktop },
] as const;

export function ThemeSwitch() {
  const { formatMessage } = useIntl();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const Current = SCHEMES.find((one) => one.scheme === colorScheme)?.Icon ?? IconDeviceDesktop;
  return (
    <Popup label={formatMessage({ id: "shell.theme" })} button={<Current size={20} aria-hidden />}>
      {SCHEMES.map(({ scheme, Icon }) => (
        <PopupChoice
          key={scheme}
          isChosen={scheme === colorScheme}
          icon={<Icon size={18} aria-hidden />}
          onClick={() => setColorScheme(scheme)}
        >
          <FormattedMessage id={`shell.theme.${scheme}`} />
        </PopupChoice>
      ))}
    </Popup>
  );
}

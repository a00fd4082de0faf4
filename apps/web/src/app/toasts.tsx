/** Short messages in the corner; the button that closes one has a name in the person's language. */
import { MantineThemeProvider } from "@mantine/core";
import { lazy, Suspense, useMemo } from "react";
import { useIntl } from "react-intl";

/** Nothing is announced on the first paint. */
const Notifications = lazy(async () => ({ default: (await import("@mantine/notifications")).Notifications }));

export function Toasts() {
  const { formatMessage } = useIntl();
  const theme = useMemo(() => {
    const closeButtonProps = { "aria-label": formatMessage({ id: "ui.close" }) };
    return { components: { Notification: { defaultProps: { closeButtonProps } } } };
  }, [formatMessage]);
  return (
    <MantineThemeProvider theme={theme}>
      <Suspense fallback={null}>
        <Notifications position="bottom-right" limit={3} containerWidth={380} />
      </Suspense>
    </MantineThemeProvider>
  );
}

/** The Mantine theme: our teal as the primary colour; its values live in brand.css because the policy forbids injected styles. */
import { createTheme, localStorageColorSchemeManager, type MantineColorsTuple } from "@mantine/core";

const brand: MantineColorsTuple = [
  "#e9f7f6",
  "#cfecea",
  "#a3d8d5",
  "#72c2be",
  "#46aaa6",
  "#258f8c",
  "#0f7876",
  "#0a6362",
  "#0a4f4f",
  "#083a3b",
];

export const theme = createTheme({
  primaryColor: "brand",
  primaryShade: 6,
  colors: { brand },
  defaultRadius: "md",
  cursorType: "pointer",
  respectReducedMotion: true,
});

/** Same key as public/theme.js, which sets the scheme before the first paint. */
export const colorSchemeManager = localStorageColorSchemeManager({ key: "accord.scheme" });

/** The server puts the nonce of the response into a meta element; without a server it stays a placeholder. */
export function styleNonce(): string {
  const nonce = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? "";
  return nonce.startsWith("__") ? "" : nonce;
}

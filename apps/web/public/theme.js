// Sets the colour scheme and the language that were chosen here, before the page takes the place of the shell.
(() => {
  const root = document.documentElement;
  let chosen = null;
  let language = null;
  try {
    chosen = localStorage.getItem("accord.scheme");
    language = localStorage.getItem("accord.language");
  } catch {
    // Storage may be forbidden: the system's choice holds.
  }
  const isDark = chosen === "dark" || (chosen !== "light" && matchMedia("(prefers-color-scheme: dark)").matches);
  root.setAttribute("data-mantine-color-scheme", isDark ? "dark" : "light");
  if (language === "en" || language === "ro") root.lang = language;
})();

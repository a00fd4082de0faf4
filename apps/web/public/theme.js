// Sets the colour scheme that was chosen here, before the page takes the place of the shell.
(() => {
  const root = document.documentElement;
  let chosen = null;
  try {
    chosen = localStorage.getItem("accord.scheme");
  } catch {
    // Storage may be forbidden: the system's choice holds.
  }
  const isDark = chosen === "dark" || (chosen !== "light" && matchMedia("(prefers-color-scheme: dark)").matches);
  root.setAttribute("data-mantine-color-scheme", isDark ? "dark" : "light");
})();

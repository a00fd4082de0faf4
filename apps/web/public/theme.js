// Sets the colour scheme and the language before anything is painted, so that a dark page never flashes white.
(function () {
  var root = document.documentElement;
  var chosen = null;
  var language = null;
  try {
    chosen = localStorage.getItem("accord.scheme");
    language = localStorage.getItem("accord.language");
  } catch (error) {
    // Storage may be forbidden: the system's choice holds.
  }
  var isDark = chosen === "dark" || (chosen !== "light" && matchMedia("(prefers-color-scheme: dark)").matches);
  root.setAttribute("data-mantine-color-scheme", isDark ? "dark" : "light");
  if (language === "en" || language === "ro") root.lang = language;
})();

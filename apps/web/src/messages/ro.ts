/** The Romanian sentences that any page may say, in one file: the shell's `ro.json` and every `<feature>.ro.json` beside it. */
const catalogues = import.meta.glob<Readonly<Record<string, string>>>(["./ro.json", "./*.ro.json"], {
  eager: true,
  import: "default",
});

export default Object.assign({}, ...Object.values(catalogues)) as Record<string, string>;

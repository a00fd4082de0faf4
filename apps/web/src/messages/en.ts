/** The English sentences that any page may say, in one file: the shell's `en.json` and every `<feature>.en.json` beside it. */
const catalogues = import.meta.glob<Readonly<Record<string, string>>>(["./en.json", "./*.en.json"], {
  eager: true,
  import: "default",
});

export default Object.assign({}, ...Object.values(catalogues)) as Record<string, string>;

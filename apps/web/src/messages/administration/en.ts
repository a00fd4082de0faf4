/** The English sentences that the pages of administration say and no others. */
const catalogues = import.meta.glob<Readonly<Record<string, string>>>("./*.en.json", {
  eager: true,
  import: "default",
});

export default Object.assign({}, ...Object.values(catalogues)) as Record<string, string>;

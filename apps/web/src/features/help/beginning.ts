/** The first words of an article, without its Markdown. */
const LONGEST = 160;

export const beginningOf = (body: string): string => {
  const text = (body.split(/\n\s*\n/).find((part) => part.trim() !== "" && !part.startsWith("#")) ?? "")
    .replace(/\[([^\]]*)\]\([^)]*\)/g, "$1")
    .replace(/[*_`#>]/g, "");
  return text.length > LONGEST ? `${text.slice(0, text.lastIndexOf(" ", LONGEST))} …` : text;
};

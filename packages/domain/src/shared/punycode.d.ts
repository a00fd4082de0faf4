/** What is used of punycode.js, which ships no types. */
declare module "punycode.js" {
  const punycode: { toASCII(domain: string): string; toUnicode(domain: string): string };
  export default punycode;
}

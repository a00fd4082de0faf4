/** Codes are called by a name in capitals where dots and colons may not stand, as in the API. */

/** `agreementImport.begin` is called `AGREEMENT_IMPORT_BEGIN`. */
export type CapitalName<Code extends string, Name extends string = ""> = Code extends `${infer Head}${infer Tail}`
  ? CapitalName<
      Tail,
      `${Name}${Head extends "." | ":" | "-" ? "_" : Head extends Uppercase<Head> ? `_${Head}` : Uppercase<Head>}`
    >
  : Name;

/** @returns the name of `code`: a word each for what stands between points, colons, dashes and before capitals */
export const capitalNameOf = <Code extends string>(code: Code): CapitalName<Code> =>
  code
    .replace(/[A-Z]/g, (letter) => `_${letter}`)
    .replace(/[.:-]/g, "_")
    .toUpperCase() as CapitalName<Code>;

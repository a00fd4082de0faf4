/** The sections of administration, each for those with its right; the navigation, the guard and the pages read this one list (F60). */
import type { StaffRight } from "@accord/domain";

export interface Section {
  /** Names its sentence `administration.section.<key>`. */
  readonly key: string;
  readonly to: string;
  readonly right: StaffRight;
}

export const SECTIONS: readonly Section[] = [
  { key: "overview", to: "/administration/overview", right: "READ_OVERVIEW" },
  { key: "agreements", to: "/administration/agreements", right: "READ_AGREEMENTS" },
  { key: "imports", to: "/administration/imports", right: "READ_AGREEMENTS" },
  { key: "people", to: "/administration/people", right: "READ_ACCOUNTS" },
  { key: "packs", to: "/administration/packs", right: "READ_PACKS" },
  { key: "articles", to: "/administration/articles", right: "MANAGE_ARTICLES" },
  { key: "audit", to: "/administration/audit", right: "READ_AUDIT" },
];

type Rights = readonly string[];

/** The sections that somebody with these rights sees, in their order. */
export const sectionsOf = (rights: Rights): readonly Section[] =>
  SECTIONS.filter(({ right }) => rights.includes(right));

export const isUnderSection = (path: string, { to }: Section): boolean => path === to || path.startsWith(`${to}/`);

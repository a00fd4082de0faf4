/** What the files of help may be about: everything that topics.json names. */
import { readFileSync } from "node:fs";
import { z } from "@accord/domain";

const named = z.object({ slug: z.string() });
const TOPICS = z.array(
  z.object({ family: z.string(), categories: z.array(named.extend({ problems: z.array(named) })) }),
);

/** `family`, `family/category` and `family/category/problem` of each. */
export const readKnownSubjects = (seeds: URL): ReadonlySet<string> =>
  new Set(
    TOPICS.parse(JSON.parse(readFileSync(new URL("topics.json", seeds), "utf8"))).flatMap(({ family, categories }) => [
      family,
      ...categories.flatMap(({ slug, problems }) => [
        `${family}/${slug}`,
        ...problems.map((problem) => `${family}/${slug}/${problem.slug}`),
      ]),
    ]),
  );

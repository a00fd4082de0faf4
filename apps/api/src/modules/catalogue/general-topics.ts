/** Topics of questions about no product: data of the program, read once; a server does not start with a bad file (R99). */
import { readFileSync } from "node:fs";
import { type GeneralTopic, z } from "@accord/domain";

const FILE = new URL("../../../seeds/general-topics.json", import.meta.url);

const text = z.string().min(1);
const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);
const link = z.strictObject({
  label: text,
  labelRo: text,
  /** A page of this portal, or an https address of another. */
  address: z.union([z.string().regex(/^\/[a-z0-9/-]*$/), z.url({ protocol: /^https$/ })]),
});
const topic = z.strictObject({
  slug,
  name: text,
  nameRo: text,
  description: text,
  descriptionRo: text,
  team: slug,
  links: z.array(link).min(1),
});
const topics = z.array(topic).refine((all) => new Set(all.map((one) => one.slug)).size === all.length, {
  message: "a slug stands twice",
});

let kept: readonly GeneralTopic[] | null = null;

/** @throws ZodError for a file without the form of topics */
export const topicsOfText = (json: string): readonly GeneralTopic[] =>
  topics.parse(JSON.parse(json)).map(({ slug: id, team, ...rest }) => ({ ...rest, id, teamId: team }));

export const generalTopics = (): readonly GeneralTopic[] => {
  kept ??= topicsOfText(readFileSync(FILE, "utf8"));
  return kept;
};

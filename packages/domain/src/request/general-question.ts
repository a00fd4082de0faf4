/** Questions about no product: the programme, a balance, a bill. They use no incident, and no plan is judged for them (R99, S7). */
import type { Account } from "../account/account.js";
import type { Category, Portal, Product, ProductVersion } from "../catalogue/product.js";
import type { EpochMs } from "../shared/calendar.js";
import { accept, type Result, refuseAll } from "../shared/result.js";
import { checkText, invalid, TEXT_RULES, type TextRefusalCode } from "../shared/text.js";
import { type Routing, type RoutingFacts, routeRequest } from "../team/route-request.js";
import { type TeamDirectory, teamOf } from "../team/team.js";
import type { EnteredRequest } from "../workspace/request-for-customer.js";
import { decideContact, ownContact } from "./contacts.js";

/** Where the answer may stand already. */
export interface TopicLink {
  readonly label: string;
  readonly labelRo: string;
  /** A page of this portal (`/plans`), or an https address. */
  readonly address: string;
}

export interface GeneralTopic {
  /** Slug. */
  readonly id: string;
  readonly name: string;
  readonly nameRo: string;
  readonly description: string;
  readonly descriptionRo: string;
  readonly links: readonly TopicLink[];
  /** Slug of the team that answers. */
  readonly teamId: string;
}

export interface QuestionInput {
  readonly topicId: string;
  readonly title: string;
  readonly description: string;
}

/** The request it becomes. */
export type AskedQuestion = Omit<EnteredRequest, "isSubmitterContact" | "zoneCheck">;

export type QuestionRefusalCode = TextRefusalCode | "PROFILE_INCOMPLETE";

/** No slug of the catalogue holds a dot: no product is ever taken for a topic, and no topic for a product. */
const SUBJECT = "question.";
const CATEGORY = "general-question";
const FAMILY = "general-questions";

/** What stands where a request about a product has its version. */
export const subjectIdOf = (topic: Pick<GeneralTopic, "id">): string => `${SUBJECT}${topic.id}`;

export const isGeneralSubject = (productVersionId: string): boolean => productVersionId.startsWith(SUBJECT);

/** Stands for a topic that is in no list any more: requests about it are still shown. */
export const retiredTopic = (productVersionId: string): GeneralTopic => ({
  id: productVersionId.slice(SUBJECT.length),
  name: "General question",
  nameRo: "Întrebare generală",
  description: "",
  descriptionRo: "",
  links: [],
  teamId: "",
});

/** A topic in the words of the catalogue, for whoever shows a request; no list of products has it. */
export interface Subject {
  readonly product: Product;
  readonly version: ProductVersion;
  readonly category: Category;
}

export const subjectOf = (topic: GeneralTopic, here: Pick<Portal, "id">): Subject => {
  const id = subjectIdOf(topic);
  const { name, nameRo } = topic;
  return {
    product: { id, family: FAMILY, name, delivery: "ON_PREMISES", portalId: here.id },
    version: {
      id,
      productId: id,
      name,
      releasedOn: null,
      mainstreamEndsOn: null,
      extendedEndsOn: null,
      // No phase of its own, and no host to ask for one.
      endStatus: "FOLLOWS_HOST",
      rank: 1,
      track: null,
      hostVersionId: null,
    },
    category: {
      id: CATEGORY,
      name: "General question",
      nameRo: "Întrebare generală",
      problems: [{ id: topic.id, name, nameRo }],
    },
  };
};

/** Whoever asks is its contact: nobody else is asked for, and nothing is charged. */
export const decideGeneralQuestion = ({
  account,
  topic,
  input,
}: {
  readonly account: Pick<Account, "givenName" | "familyName" | "email" | "profile">;
  /** Null: there is none by that name. */
  readonly topic: GeneralTopic | null;
  readonly input: QuestionInput;
}): Result<AskedQuestion, QuestionRefusalCode> => {
  const { profile } = account;
  if (profile === null) return refuseAll([{ code: "PROFILE_INCOMPLETE", path: null, params: {} }]);
  const contact = decideContact(ownContact(account), ["primaryContact"]);
  const refusals = [
    ...(topic === null ? [invalid(["topicId"], "choice")] : []),
    ...checkText(input.title, TEXT_RULES.title, ["title"]),
    ...checkText(input.description, TEXT_RULES.description, ["description"]),
    ...(contact.ok ? [] : contact.refusals),
  ];
  if (topic === null || !contact.ok || refusals.length > 0) return refuseAll(refusals);
  const { country, timeZone } = profile;
  return accept({
    productVersionId: subjectIdOf(topic),
    categoryId: CATEGORY,
    problemId: topic.id,
    title: input.title,
    description: input.description,
    planId: null,
    // Its first answer is due in business hours, like that of any request of the least severity.
    severity: "MINIMAL",
    support24x7: false,
    country,
    timeZone,
    primaryContact: contact.value,
    additionalContacts: [],
  });
};

/** To the team of its topic, whatever the table says; where that team is gone, as the table says. */
export const routeQuestion = (
  topic: Pick<GeneralTopic, "teamId">,
  facts: RoutingFacts,
  directory: TeamDirectory,
  now: EpochMs,
): Routing => {
  const team = teamOf(directory, topic.teamId);
  return team === null ? routeRequest(facts, directory, now) : { teamId: team.id, rows: [], onCallIds: [], at: now };
};

/** Topics in the language of the answer (R99, F80). */
import type { GeneralTopic, TopicLink } from "@accord/domain";
import { fieldsOf, type TypeFields } from "../../../kernel/graphql/field-map.js";
import { slugReaders } from "../../../kernel/graphql/slug-arguments.js";
import { inForceReaders } from "../../catalogue/module.js";

export const questionFields: readonly TypeFields[] = [
  fieldsOf<GeneralTopic>("GeneralTopic", {
    ...slugReaders("gtp"),
    ...inForceReaders("TOPICS"),
    name: ({ name, nameRo }, _args, { language }) => (language === "ro" ? nameRo : name),
    description: ({ description, descriptionRo }, _args, { language }) =>
      language === "ro" ? descriptionRo : description,
  }),
  fieldsOf<TopicLink>("TopicLink", {
    label: ({ label, labelRo }, _args, { language }) => (language === "ro" ? labelRo : label),
  }),
];

/** Teams of engineers: names beside, hours, languages and on-call shifts in one document (F69). */
import type { Team } from "@accord/domain";
import { count, defineTable, document, key, text } from "../../../kernel/db/columns.js";

export const teamTable = defineTable({
  name: "team",
  columns: {
    id: key("id", "ID"),
    position: count("position", "CONFIGURATION"),
    name: text("name", "CONFIGURATION"),
    nameRo: text("name_ro", "CONFIGURATION"),
    content: document<Omit<Team, "id" | "name" | "nameRo" | "memberIds">>("content", "CONFIGURATION"),
  },
});

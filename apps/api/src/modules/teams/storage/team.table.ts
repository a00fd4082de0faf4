/** Teams of engineers: names beside, hours, languages and on-call shifts in one document (F69). */
import { EntitySchema } from "typeorm";
import { count, document, key, text } from "../../../kernel/db/columns.js";

export interface TeamRow {
  readonly id: string;
  readonly position: number;
  readonly name: string;
  readonly nameRo: string;
  readonly content: object;
}

export const teamTable = new EntitySchema<TeamRow>({
  name: "team",
  columns: {
    id: key("id"),
    position: count("position"),
    name: text("name"),
    nameRo: text("name_ro"),
    content: document("content"),
  },
});

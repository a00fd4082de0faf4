/** What notices adds to the schema, loaded with it; the face of its types. */
import type { SchemaPart } from "../../kernel/module.js";
import { LiveNoticesResolver } from "./live-notices.resolver.js";
import { noticeFields } from "./notice.fields.js";
import { NoticePreferencesResolver } from "./notice-preferences.resolver.js";
import { NoticesResolver } from "./notices.resolver.js";

export const noticesSchema: SchemaPart = {
  resolvers: [LiveNoticesResolver, NoticePreferencesResolver, NoticesResolver],
  fields: [...noticeFields],
};

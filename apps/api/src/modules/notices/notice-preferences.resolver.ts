/** Which notices come by mail as well, beside who is asking: read by notice.fields.ts (F71). */
import { FieldResolver, Resolver } from "type-graphql";
import { leaveToReader } from "../../kernel/graphql/field-map.js";
import { ViewerType } from "../identity/graphql.js";
import { NoticePreferencesType } from "./types/notice.type.js";

@Resolver(() => ViewerType)
export class NoticePreferencesResolver {
  @FieldResolver(() => NoticePreferencesType, { description: "Which notices come by mail as well." })
  noticePreferences(): NoticePreferencesType {
    return leaveToReader();
  }
}

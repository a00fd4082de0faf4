/** What the variables of a canned reply stand for in one request (F54). */
import { joinName, type ReplyVariable, teamOf } from "@accord/domain";
import { accountOf, type RequestContext } from "../../kernel/graphql/context.js";
import { contactLoader, type RequestDetail } from "../requests/module.js";

export const replyValues = async (
  context: RequestContext,
  request: RequestDetail,
): Promise<Partial<Record<ReplyVariable, string>>> => {
  const contacts = await context.loaders.of(contactLoader).load(request.id);
  const primary = contacts.find((contact) => contact.role === "PRIMARY");
  const version = context.catalogue.subjectOf(request.productVersionId);
  const team = teamOf(context.teams, request.teamId);
  const { catalogue, language } = context;
  const { givenName, familyName } = accountOf(context);
  return {
    "engineer.name": joinName({ givenName, familyName }),
    "request.number": request.number,
    "request.title": request.title,
    ...(primary === undefined
      ? {}
      : {
          "contact.givenName": primary.givenName,
          "contact.familyName": primary.familyName,
          "contact.name": joinName(primary),
        }),
    ...(version === undefined
      ? {}
      : {
          "product.name": catalogue.nameOf(catalogue.productOf(version), language),
          "product.version": catalogue.nameOf(version, language),
        }),
    ...(team === null ? {} : { "team.name": context.language === "ro" ? team.nameRo : team.name }),
  };
};

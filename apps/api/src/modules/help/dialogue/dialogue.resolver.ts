/** The virtual agent (R61, F63). */
import { Arg, Ctx, ID, Query, Resolver } from "type-graphql";
import type { RequestContext } from "../../../kernel/graphql/context.js";
import { askedVersion } from "../chosen-problem.js";
import { DialogueType } from "./dialogue.type.js";
import { dialogueTreeOf } from "./dialogue-trees.js";
import { tellDialogue } from "./tell-dialogue.js";

@Resolver()
export class DialogueResolver {
  @Query(() => DialogueType, {
    nullable: true,
    description:
      "The virtual agent's dialogue about a problem, tried before a request; null where there is none. Needs no sign-in.",
  })
  dialogue(
    @Arg("productVersionId", () => ID, { description: "Slug of the product version." }) productVersionId: string,
    @Arg("categoryId", () => ID, { description: "Slug of the category." }) categoryId: string,
    @Arg("problemId", () => ID, { description: "Slug of the problem." }) problemId: string,
    @Ctx() { catalogue, language }: RequestContext,
  ): DialogueType | null {
    const version = askedVersion(catalogue, { versionId: productVersionId, categoryId, problemId });
    const tree = dialogueTreeOf(catalogue, version, categoryId, problemId);
    return tree === null ? null : tellDialogue(tree, language);
  }
}

/** A file sent with a request, as whoever may read it sees it (R92, F47). */
import type { AttachmentState } from "@accord/domain";
import { Field, ObjectType } from "type-graphql";
import { publishCodes } from "../../../kernel/graphql/enumeration.js";
import { NodeType } from "../../../kernel/graphql/node.type.js";
import { ByteCountScalar, UrlScalar } from "../../../kernel/graphql/scalars.js";

export const AttachmentStateEnum = publishCodes<AttachmentState>("AttachmentState", "Where a file stands.", {
  UPLOADING: "Not all of it has come in.",
  SCANNING: "It is here; the scanner has not answered.",
  CLEAN: "It is here; the scanner found nothing.",
  UNSCANNED: "It is here; nobody scans files in this portal, or the scanner could not.",
  INFECTED: "The scanner found something; it is handed out to nobody.",
  REFUSED: "It was not what it said it was; nothing of it was kept.",
});

@ObjectType("Attachment", {
  description: "A file. Whoever may read what it was sent with may read it; before that its sender alone.",
  implements: NodeType,
  simpleResolvers: true,
})
export class AttachmentType extends NodeType {
  @Field(() => String, { description: "Name as it is shown; never a path." })
  readonly name!: string;

  @Field(() => ByteCountScalar, { description: "Bytes." })
  readonly size!: number;

  @Field(() => String, { description: "What its bytes say it is; before they are here, what its sender says." })
  readonly mediaType!: string;

  @Field(() => String, { nullable: true, description: "SHA-256 of its bytes, hexadecimal; null until they are here." })
  readonly sha256!: string | null;

  @Field(() => AttachmentStateEnum, { description: "Where it stands." })
  readonly state!: AttachmentState;

  @Field(() => String, { description: "Who sent it." })
  readonly uploaderName!: string;

  @Field(() => Boolean, { description: "Whether a page may show it: small PNG, JPEG and GIF images, and texts." })
  readonly isPreviewable?: boolean;

  @Field(() => UrlScalar, {
    nullable: true,
    description: "Path of its bytes, judged anew at each visit; null while they are not handed out.",
  })
  readonly url?: string | null;

  @Field(() => UrlScalar, { nullable: true, description: "Path to show it from; null when it is not previewable." })
  readonly previewUrl?: string | null;

  @Field(() => String, { nullable: true, description: "Why it is not handed out, as a sentence." })
  readonly refusal?: string | null;
}

/** What another system calls a thing: given with the command that makes it, asked for by whoever gave it. */
import type { MetadataEntry } from "@accord/domain";
import { Field, InputType, ObjectType } from "type-graphql";

/** Options of the field `externalReference` of inputs. */
export const REFERENCE_INPUT = {
  nullable: true,
  description:
    "What your system calls it: up to 200 characters on one line. You alone see it and find by it; it need not be unique.",
} as const;
export const METADATA_INPUT = {
  nullable: true,
  description: "What your system keeps with it: up to 20 names, each once.",
} as const;
/** The same of filters. */
export const REFERENCE_FILTER = { nullable: true, description: "Which your account calls so." } as const;
export const METADATA_FILTER = { nullable: true, description: "With which your account keeps all of these." } as const;

@InputType("MetadataEntryInput", { description: "Something that your system keeps with a thing." })
export class MetadataEntryInput implements MetadataEntry {
  @Field(() => String, { description: "Letters, digits, `_`, `.` and `-`, up to 40." })
  readonly name!: string;

  @Field(() => String, { description: "Up to 500 characters on one line." })
  readonly value!: string;
}

@ObjectType("MetadataEntry", { description: "Something that a system keeps with a thing.", simpleResolvers: true })
export class MetadataEntryType implements MetadataEntry {
  @Field(() => String, { description: "Its name." })
  readonly name!: string;

  @Field(() => String, { description: "Its value." })
  readonly value!: string;
}

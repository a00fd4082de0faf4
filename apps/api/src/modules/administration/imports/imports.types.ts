/** Inputs and payloads of imports of agreements (F56). */
import { Field, ID, InputType, ObjectType } from "type-graphql";
import { KEY } from "../../../kernel/graphql/key-argument.js";
import { MutationPayload } from "../../../kernel/graphql/user-error.type.js";
import type { AgreementImport } from "../storage/agreement-import-row.js";
import { AgreementImportType } from "../types/agreement-import.type.js";

@InputType("CreateAgreementImportInput", {
  description: "A file of agreements; one larger than a request may be is sent to /admin/imports.",
})
export class CreateAgreementImportInput {
  @Field(() => String, { description: "Name of the file." })
  readonly fileName!: string;

  @Field(() => String, { description: "Its content: CSV with a head, or a JSON list." })
  readonly text!: string;

  @Field(() => ID, KEY)
  readonly idempotencyKey?: string | null;
}

@InputType("StartAgreementImportInput", { description: "A checked import, or one that was interrupted." })
export class StartAgreementImportInput {
  @Field(() => ID, { description: "Id of the import." })
  readonly importId!: string;

  @Field(() => ID, KEY)
  readonly idempotencyKey?: string | null;
}

@InputType("CancelAgreementImportInput", { description: "An import that is not loaded." })
export class CancelAgreementImportInput {
  @Field(() => ID, { description: "Id of the import." })
  readonly importId!: string;
}

/** What each step of an import answers, in a payload of its own. */
@ObjectType({ simpleResolvers: true })
abstract class AgreementImportPayload extends MutationPayload {
  @Field(() => AgreementImportType, { nullable: true, description: "The import." })
  readonly agreementImport!: AgreementImport | null;
}

@ObjectType("CreateAgreementImportPayload", { description: "What taking a file in leads to.", simpleResolvers: true })
export class CreateAgreementImportPayload extends AgreementImportPayload {}

@ObjectType("StartAgreementImportPayload", { description: "What loading an import leads to.", simpleResolvers: true })
export class StartAgreementImportPayload extends AgreementImportPayload {}

@ObjectType("CancelAgreementImportPayload", { description: "What dropping an import leads to.", simpleResolvers: true })
export class CancelAgreementImportPayload extends AgreementImportPayload {}

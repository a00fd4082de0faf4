/** Agreements of an import: written before they are in force. By hand; frozen: a later change is a later migration. */

export const PLANS_OF_IMPORTS: readonly string[] = [`ALTER TABLE "plan" ADD COLUMN\n    "import_id" text`];

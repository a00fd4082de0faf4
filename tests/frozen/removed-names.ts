/** Names of the frozen schema that were removed on purpose, each with its reason: `Type`, `Type.field`, `Type.field(argument)`, `Enum.VALUE`. */
export const REMOVED_NAMES: Readonly<Record<string, string>> = {
  AgreementImportInput: "Each command has an input of its own: StartAgreementImportInput, CancelAgreementImportInput.",
  "AgreementImportInput.importId": "As its input.",
  RevokePayload: "Each command has a payload of its own.",
  "RevokePayload.ended": "As its type.",
  "RevokePayload.userErrors": "As its type.",
};

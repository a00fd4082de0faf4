/** Commands that were called otherwise when keys were first stored for them: their rows keep that name, so that an old key is still answered (decision 52). */
export const STORED_AS: Readonly<Record<string, string>> = {
  cancelRequest: "withdrawRequest",
  createAgreementImport: "beginAgreementImport",
  createAgreements: "issueAgreements",
  createGeneralQuestion: "askGeneralQuestion",
  createSeverityAsk: "askSeverityChange",
  createSplitProposal: "proposeSplit",
  redeemActivationLink: "activateAgreement",
  startAddressConfirmation: "sendAddressConfirmation",
  updateActivationEnd: "extendActivation",
  updateAgreementEnd: "extendAgreement",
  updatePack: "loadPack",
  updateRequestAssignment: "reassignRequest",
  updateRequestRating: "rateRequest",
  updateRequestSeverity: "changeSeverity",
  updateRequestStatus: "changeRequestStatus",
};

/** What the rows of `idempotency` call the command. */
export const storedOperationOf = (operation: string): string => STORED_AS[operation] ?? operation;

/** Which operation of a document is meant: every way to an answer asks here, before anything is counted or run. */
import { type DocumentNode, getOperationAST, type OperationDefinitionNode } from "graphql";
import { RequestError } from "./request-error.js";

/**
 * The operation named, or the only one when no name is given. An empty name names nothing.
 * @throws RequestError
 */
export const chooseOperation = (
  document: DocumentNode,
  operationName: string | null | undefined,
): OperationDefinitionNode => {
  const operation = getOperationAST(document, operationName);
  if (operation === null || operation === undefined)
    throw new RequestError("BAD_USER_INPUT", { detail: describeMissing(operationName ?? null) });
  return operation;
};

const describeMissing = (name: string | null): string =>
  name === null
    ? "Name the operation meant (operationName): the document holds several, or none."
    : "The document holds no operation named as `operationName` says.";

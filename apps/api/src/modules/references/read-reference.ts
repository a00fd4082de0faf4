/** References as they were given, and as fields tell them: to the account that gave them, and to no other (F73). */
import { findMetadataFault, isExternalReference, type MetadataEntry, REFERENCE_LIMITS } from "@accord/domain";
import DataLoader from "dataloader";
import { accountOf, type RequestContext } from "../../kernel/graphql/context.js";
import type { LoaderKey } from "../../kernel/graphql/loaders.js";
import { type InputPath, RequestError } from "../../kernel/graphql/request-error.js";
import { type KeptReference, type Reference, referenceStore } from "./storage/references.js";

/** What an input may say of it. */
export interface GivenReference {
  readonly externalReference?: string | null;
  readonly metadata?: readonly MetadataEntry[] | null;
}

const { reference, entries, name, value } = REFERENCE_LIMITS;
const FAULTS = {
  COUNT: `\`metadata\` has at most ${entries} entries.`,
  NAME: `\`name\` has up to ${name} letters, digits, \`_\`, \`.\` and \`-\`.`,
  TWICE: "`metadata` has each `name` once.",
  VALUE: `\`value\` has up to ${value} characters on one line, without spaces at its ends.`,
} as const;

/** @throws RequestError BAD_USER_INPUT for what cannot be kept, naming its place below `path` */
export const readReference = (given: GivenReference, path: InputPath): Reference => {
  const externalReference = given.externalReference ?? null;
  const metadata = (given.metadata ?? []).map((entry) => ({ name: entry.name, value: entry.value }));
  if (externalReference !== null && !isExternalReference(externalReference))
    throw new RequestError("BAD_USER_INPUT", {
      detail: `\`externalReference\` has up to ${reference} characters on one line, without spaces at its ends.`,
      inputPath: [...path, "externalReference"],
    });
  const found = findMetadataFault(metadata);
  if (found !== null)
    throw new RequestError("BAD_USER_INPUT", {
      detail: FAULTS[found.fault],
      inputPath: [...path, "metadata", found.place],
    });
  return { externalReference, metadata };
};

/** By account and object; an account's loaders are its own anyway. */
const loaderKey: LoaderKey<KeptReference | null> = ({ read }) =>
  new DataLoader(async (keys) => {
    const asked = keys.map((one) => one.split(" ") as [accountId: string, objectId: string]);
    const [accountId = ""] = asked[0] ?? [];
    const found = await read.of(referenceStore).ofObjects(
      accountId,
      asked.map(([, objectId]) => objectId),
    );
    return asked.map(([, objectId]) => found.find((one) => one.objectId === objectId) ?? null);
  });

const ownReference = (context: RequestContext, objectId: string): Promise<KeptReference | null> =>
  context.loaders.of(loaderKey).load(`${accountOf(context).id} ${objectId}`);

interface Thing {
  readonly id: string;
}

/** Readers of the two fields, for a type whose id names the thing. */
export const referenceReaders = {
  externalReference: async ({ id }: Thing, _args: unknown, context: RequestContext): Promise<string | null> =>
    (await ownReference(context, id))?.externalReference ?? null,
  metadata: async ({ id }: Thing, _args: unknown, context: RequestContext): Promise<readonly MetadataEntry[]> =>
    (await ownReference(context, id))?.metadata ?? [],
};

/** Looks at a file and loads it; one larger than a request may be is sent ahead and named by its upload (F57, F58). */
import { useState } from "react";
import { useCommand } from "../../../lib/commands/use-command";
import { type Language, useLanguage } from "../../../lib/language";
import { type RefusalText, type UserErrorFields, useRefusalText } from "../../../lib/refusal-text";
import type { ShownCommand } from "../../../ui/shown-command";
import { type PackKind, packFile } from "./pack-kinds";
import {
  LoadPackDocument,
  type LoadPackMutation,
  PreviewPackDocument,
  type PreviewPackMutation,
  type PreviewPackMutationVariables,
} from "./packs.generated";

export type Preview = NonNullable<PreviewPackMutation["createPackPreview"]["preview"]>;
export type LoadedPack = NonNullable<LoadPackMutation["updatePack"]["pack"]>;

export interface PackFile {
  /** A file as it is, or what was typed. */
  readonly content: File | string;
  /** Empty: today. */
  readonly effectiveOn: string;
}

/** How many of each list are shown. */
export interface Shown {
  readonly changes: number;
  readonly plans: number;
  readonly drafts: number;
}
export const FEW: Shown = { changes: 20, plans: 10, drafts: 10 };
/** As many as one operation may cost; the command line lists them all. */
export const MANY: Shown = { changes: 100, plans: 50, drafts: 50 };

/** A GraphQL request holds 100 KiB, in which every quotation mark counts twice. */
const LARGE = 40_000;

type Ahead = { readonly uploadId: string } | { readonly userErrors: readonly RefusalText[] };

const sendAhead = async (kind: PackKind, body: File | string, language: Language): Promise<Ahead> => {
  const headers = { "content-type": "application/octet-stream", "accept-language": language };
  const answer = await fetch(packFile(kind), { method: "POST", headers, body });
  if (!answer.ok && answer.status !== 422) throw new Error(`the file was not taken in (${answer.status})`);
  return (await answer.json()) as Ahead;
};

export interface PackWork extends Omit<ShownCommand, "reset"> {
  readonly refusals: readonly UserErrorFields[];
  readonly timesLoaded: number;
  readonly preview: Preview | null;
  readonly loaded: LoadedPack | null;
  readonly look: (file: PackFile, shown?: Shown) => Promise<void>;
  readonly load: () => Promise<void>;
  /** What was looked at is not what is in the form any more. */
  readonly forget: () => void;
}

/** `onLoaded`: it is in force, or will be. */
export function usePack(kind: PackKind, onLoaded: () => void): PackWork {
  const { language } = useLanguage();
  const [preview, setPreview] = useState<Preview | null>(null);
  const [loaded, setLoaded] = useState<LoadedPack | null>(null);
  const [input, setInput] = useState<PreviewPackMutationVariables["input"] | null>(null);

  const previewing = useCommand(PreviewPackDocument, {
    fetchPolicy: "no-cache",
    // The preview is the answer.
    done: null,
    onDone: (answer, sent) => {
      setPreview(answer.preview);
      setInput(sent.input);
    },
  });
  const loading = useCommand(LoadPackDocument, {
    fetchPolicy: "no-cache",
    refetchQueries: ["Packs"],
    done: null,
    onDone: ({ pack }) => {
      setLoaded(pack);
      onLoaded();
      if (pack !== null) setPreview(null);
    },
  });
  const [failure, setFailure] = useState<RefusalText | null>(null);
  const refusalText = useRefusalText();

  const look = async ({ content, effectiveOn }: PackFile, shown: Shown = FEW): Promise<void> => {
    setLoaded(null);
    setFailure(null);
    loading.reset();
    try {
      const isSmall = typeof content === "string" && content.length <= LARGE;
      const said = isSmall ? { text: content } : await sendAhead(kind, content, language);
      if ("userErrors" in said) return setFailure(said.userErrors[0] ?? refusalText(new Error("not taken in")));
      const file = { kind, ...said, effectiveOn: effectiveOn === "" ? null : effectiveOn };
      await previewing.send({ input: file, ...shown });
    } catch (error) {
      setFailure(refusalText(error));
    }
  };
  const load = async (): Promise<void> => {
    const digest = preview?.digest ?? null;
    if (input === null || digest === null) return;
    await loading.sendKeyed({ ...input, digest });
  };
  const forget = (): void => {
    setPreview(null);
    setLoaded(null);
    setFailure(null);
    previewing.reset();
    loading.reset();
  };
  return {
    isBusy: previewing.isBusy || loading.isBusy,
    refusals: [...previewing.refusals, ...loading.refusals],
    problem: failure ?? previewing.problem ?? loading.problem,
    timesLoaded: loading.timesDone,
    preview,
    loaded,
    look,
    load,
    forget,
  };
}

/** Looks at a file and loads it; one larger than a request may be is sent ahead and named by its upload (F57, F58). */
import { useMutation } from "@apollo/client/react";
import { useState } from "react";
import { type Command, useCommand } from "../../../lib/use-command";
import { type PackKind, packFile } from "./pack-kinds";
import {
  LoadPackDocument,
  type LoadPackMutation,
  PreviewPackDocument,
  type PreviewPackMutation,
} from "./packs.generated";

export type Preview = NonNullable<PreviewPackMutation["previewPack"]["preview"]>;
export type LoadedPack = NonNullable<LoadPackMutation["loadPack"]["pack"]>;

export interface PackFile {
  readonly text: string;
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

const sendAhead = async (kind: PackKind, text: string): Promise<string> => {
  const answer = await fetch(packFile(kind), { method: "POST", headers: { "content-type": "text/plain" }, body: text });
  if (!answer.ok) throw new Error(`the file was not taken in (${answer.status})`);
  return ((await answer.json()) as { uploadId: string }).uploadId;
};

export interface PackWork extends Command {
  readonly preview: Preview | null;
  readonly loaded: LoadedPack | null;
  readonly look: (file: PackFile, shown?: Shown) => Promise<void>;
  readonly load: () => Promise<void>;
  /** What was looked at is not what is in the form any more. */
  readonly forget: () => void;
}

export function usePack(kind: PackKind): PackWork {
  const command = useCommand();
  const [previewPack] = useMutation(PreviewPackDocument, { fetchPolicy: "no-cache" });
  const [loadPack] = useMutation(LoadPackDocument, { fetchPolicy: "no-cache", refetchQueries: ["Packs"] });
  const [preview, setPreview] = useState<Preview | null>(null);
  const [loaded, setLoaded] = useState<LoadedPack | null>(null);
  const [input, setInput] = useState<object | null>(null);

  const look = async ({ text, effectiveOn }: PackFile, shown: Shown = FEW): Promise<void> => {
    setLoaded(null);
    await command.send({ look: text, effectiveOn, shown }, async () => {
      const content = text.length > LARGE ? { uploadId: await sendAhead(kind, text) } : { text };
      const file = { kind, ...content, effectiveOn: effectiveOn === "" ? null : effectiveOn };
      const answer = await previewPack({ variables: { input: file, ...shown } });
      setPreview(answer.data?.previewPack.preview ?? null);
      setInput(file);
      return answer.data?.previewPack.userErrors;
    });
  };
  const load = async (): Promise<void> => {
    const digest = preview?.digest ?? null;
    if (input === null || digest === null) return;
    await command.send({ load: digest }, async () => {
      const answer = await loadPack({ variables: { input: { ...(input as { kind: PackKind }), digest } } });
      const pack = answer.data?.loadPack.pack ?? null;
      setLoaded(pack);
      if (pack !== null) setPreview(null);
      return answer.data?.loadPack.userErrors;
    });
  };
  const forget = (): void => {
    setPreview(null);
    setLoaded(null);
    command.reset();
  };
  return { ...command, preview, loaded, look, load, forget };
}

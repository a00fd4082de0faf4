/** Files within other features: the pieces live in features/attachments and are handed over by app/, because features are strangers (F37, F47). */
import { type ComponentType, createContext, useContext } from "react";

/** One file as lists show it: the fields of `Attachment`. */
export interface AttachedFile {
  readonly id: string;
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  readonly mediaType: string;
  readonly state: string;
  readonly uploadedAt: string | null;
  readonly uploaderName: string | null;
  readonly isPreviewable: boolean;
  readonly url: string | null;
  readonly previewUrl: string | null;
  /** Why it was not taken, as a sentence. */
  readonly refusal: string | null;
}

export interface AttachmentPickerProps {
  /** Where the files go. */
  readonly owner: { readonly requestId: string } | { readonly draftId: string };
  /** Ids of finished uploads that go along with what is being written; emptied after it was sent. */
  readonly chosen: readonly string[];
  readonly onChange: (ids: readonly string[]) => void;
  /** While true, a file is on its way: sending waits. */
  readonly onBusy: (isBusy: boolean) => void;
  /** Names of the files that would not go along: failed, paused, or lost with a page that was left. */
  readonly onLeftOut?: (names: readonly string[]) => void;
}

export interface AttachmentListProps {
  readonly files: readonly AttachedFile[];
}

export interface AttachmentSenderProps {
  readonly requestId: string;
}

export interface SendGateProps {
  readonly owner: AttachmentPickerProps["owner"];
  /** True: somebody wants to send it. */
  readonly isAsked: boolean;
  /** Everything is there, or is to go without. */
  readonly onGo: () => void;
  readonly onStay: () => void;
}

export interface AttachmentSlots {
  /** Chooses and uploads files, with progress. */
  readonly Picker: ComponentType<AttachmentPickerProps>;
  /** Chips with state, download and preview. */
  readonly List: ComponentType<AttachmentListProps>;
  /** Asks before something goes without a file that did not arrive. */
  readonly SendGate: ComponentType<SendGateProps>;
  /** Chooses, uploads and sends files with a request, without a text. */
  readonly Sender: ComponentType<AttachmentSenderProps>;
}

export const AttachmentSlotsContext = createContext<AttachmentSlots | null>(null);

/** The pieces for files; null where files are not offered. */
export const useAttachmentSlots = (): AttachmentSlots | null => useContext(AttachmentSlotsContext);

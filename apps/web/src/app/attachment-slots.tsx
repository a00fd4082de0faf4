/** Hands the pieces for files, and the help while writing, to the pages that show them; their code is loaded with the first page that does (F37, F47, F62). */
import { lazy, type ReactNode, Suspense } from "react";
import {
  type AttachmentListProps,
  type AttachmentPickerProps,
  type AttachmentSenderProps,
  type AttachmentSlots,
  AttachmentSlotsContext,
  type SendGateProps,
} from "../lib/attachment-slots";
import { type ArticleSuggestionsProps, SuggestionsSlotContext } from "../lib/suggestions-slot";
import { parts } from "./loads";

const LazyPicker = lazy(parts.attachmentPicker);
const LazyList = lazy(parts.attachmentList);
const LazyGate = lazy(parts.sendGate);
const LazySender = lazy(parts.attachmentSender);
const LazySuggestions = lazy(parts.articleSuggestions);

const slots: AttachmentSlots = {
  Picker: (props: AttachmentPickerProps) => (
    <Suspense fallback={null}>
      <LazyPicker {...props} />
    </Suspense>
  ),
  List: (props: AttachmentListProps) =>
    props.files.length === 0 ? null : (
      <Suspense fallback={null}>
        <LazyList {...props} />
      </Suspense>
    ),
  SendGate: (props: SendGateProps) => (
    <Suspense fallback={null}>
      <LazyGate {...props} />
    </Suspense>
  ),
  Sender: (props: AttachmentSenderProps) => (
    <Suspense fallback={null}>
      <LazySender {...props} />
    </Suspense>
  ),
};

const Suggestions = (props: ArticleSuggestionsProps) => (
  <Suspense fallback={null}>
    <LazySuggestions {...props} />
  </Suspense>
);

export function WithAttachments({ children }: { readonly children: ReactNode }) {
  return (
    <SuggestionsSlotContext value={Suggestions}>
      <AttachmentSlotsContext value={slots}>{children}</AttachmentSlotsContext>
    </SuggestionsSlotContext>
  );
}

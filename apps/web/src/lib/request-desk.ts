/** The engineer's side of a request beside the queue: it lives in features/requests and is handed over by app/, because features are strangers (F52). */
import { type ComponentType, createContext, type ReactNode, useContext } from "react";
import type { RequestMatter } from "./article-choices";

export interface ReplyToolsProps {
  readonly about: RequestMatter;
  /** Puts a text where somebody writes. */
  readonly onChoose: (text: string) => void;
}

export interface RequestDeskProps {
  readonly requestId: string;
  /** Further deeds, among those of the head. */
  readonly deeds: ReactNode;
  /** Further facts, below those of the request. */
  readonly facts: ReactNode;
  /** Texts for reuse and articles to link to, beside the field for writing. */
  readonly ReplyTools: ComponentType<ReplyToolsProps>;
}

export const RequestDeskContext = createContext<ComponentType<RequestDeskProps> | null>(null);

/** The desk of one request; null where it is not offered. */
export const useRequestDesk = (): ComponentType<RequestDeskProps> | null => useContext(RequestDeskContext);

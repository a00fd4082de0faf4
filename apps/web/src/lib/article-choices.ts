/** Where an engineer finds an article to link to: it lives in features/help and is handed over by app/, because features are strangers (F62). */
import { type ComponentType, createContext, useContext } from "react";
import type { Language } from "./language";

/** What the support request is about. */
export interface RequestMatter {
  readonly title: string;
  readonly productVersionId: string;
  readonly categoryId: string;
  readonly problemId: string;
}

export interface LinkedArticle {
  readonly title: string;
  /** The title as a link in Markdown. */
  readonly markdown: string;
}

export interface ArticleChoicesProps {
  /** Without words of one's own, what fits it is shown. */
  readonly about: RequestMatter;
  /** Of whoever will read the title; null: nobody knows, the reader's of this page. */
  readonly language: Language | null;
  readonly onChoose: (article: LinkedArticle) => void;
}

export const ArticleChoicesContext = createContext<ComponentType<ArticleChoicesProps> | null>(null);

/** The field for searching and what it finds; null where it is not offered. */
export const useArticleChoices = (): ComponentType<ArticleChoicesProps> | null => useContext(ArticleChoicesContext);

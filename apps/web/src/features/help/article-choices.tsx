/** Articles an engineer may link to: at first what fits the support request, then what is found by words (F62); a search that fails is in nobody's way. */
import { useQuery } from "@apollo/client/react";
import { TextInput } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { IconSearch } from "@tabler/icons-react";
import { useEffect, useRef, useState } from "react";
import { useIntl } from "react-intl";
import { CODE_OF_LANGUAGE, type Language } from "../../lib/language";
import { PopupChoice } from "../../ui/popup";
import { ArticlesToLinkDocument, type ArticlesToLinkQuery } from "./help.generated";
import styles from "./help.module.css";

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

interface Props {
  /** Without words of one's own, what fits it is shown. */
  readonly about: RequestMatter;
  /** Of whoever will read the title; null: nobody knows, the reader's of this page. */
  readonly language: Language | null;
  readonly onChoose: (article: LinkedArticle) => void;
}

const PAUSE_MS = 250;
const MOST = 5;

type Found = ArticlesToLinkQuery["searchArticles"]["articles"][number];

export default function ArticleChoices({ about, language, onChoose }: Props) {
  const { formatMessage } = useIntl();
  const [typed, setTyped] = useState("");
  const [words] = useDebouncedValue(typed.trim(), PAUSE_MS);
  const { title, ...chosen } = about;
  const { data, previousData, error } = useQuery(ArticlesToLinkDocument, {
    variables: {
      ...chosen,
      text: words === "" ? title : words,
      language: language === null ? null : CODE_OF_LANGUAGE[language],
    },
  });
  const found = error === undefined ? (data ?? previousData)?.searchArticles : undefined;
  // A title holds words of anything; what fits the request is about its products.
  const family = found?.elsewhere.find(({ kind }) => kind === "FAMILY")?.family?.id;
  const isFitting = (article: Found): boolean => words !== "" || family === undefined || article.family?.id === family;
  const articles = (found?.articles ?? []).filter(isFitting).slice(0, MOST);
  const place = useRef<HTMLDivElement>(null);
  const isThere = articles.length > 0;
  // Unfolded at the end of a page, they would begin below the window.
  useEffect(() => {
    if (isThere) place.current?.scrollIntoView({ block: "nearest" });
  }, [isThere]);
  const state = (): string => {
    if (error !== undefined) return formatMessage({ id: "help.choices.failed" });
    if (found === undefined) return formatMessage({ id: "ui.loading" });
    if (articles.length === 0) return formatMessage({ id: "help.choices.nothing" });
    if (words === "") return formatMessage({ id: "help.choices.fitting" }, { count: articles.length });
    const counts = { shown: articles.length, count: found.totalCount };
    return formatMessage({ id: found.totalCount > articles.length ? "help.choices.best" : "help.count" }, counts);
  };
  return (
    <div ref={place} className={styles.choices}>
      <TextInput
        type="search"
        label={formatMessage({ id: "articles.search" })}
        leftSection={<IconSearch size={18} aria-hidden />}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <p className={styles.quiet} role="status">
        {state()}
      </p>
      {articles.map((article) => (
        <PopupChoice key={article.id} onClick={() => onChoose(linkTo(article))}>
          <span lang={language ?? undefined}>{article.title}</span>
          <small className={styles.about}>{article.family?.name ?? formatMessage({ id: "help.portal" })}</small>
        </PopupChoice>
      ))}
    </div>
  );
}

/** Leads there from wherever it is read, in a letter too. */
const linkTo = ({ id, title }: Found): LinkedArticle => ({
  title,
  // What would end the words of the link, or be more than words in them.
  markdown: `[${title.replaceAll(/[\\`*_[\]<>]/g, "\\$&")}](${window.location.origin}/help/${id})`,
});

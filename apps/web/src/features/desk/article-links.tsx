/** Articles beside the field for writing: the one that is chosen comes as a link, its title in the customer's language (F62). */
import { IconChevronDown } from "@tabler/icons-react";
import { useState } from "react";
import { FormattedMessage, useIntl } from "react-intl";
import type { Language } from "../../lib/language";
import { LiveRegion } from "../../ui/live-region";
import { Popup } from "../../ui/popup";
import { ArticleChoices, type LinkedArticle, type RequestMatter } from "../help";
import styles from "./pane.module.css";

export interface ReplyTool {
  readonly about: RequestMatter;
  /** Language of the person who entered the request. */
  readonly language: Language | null;
  /** Puts a text where somebody writes. */
  readonly onChoose: (text: string) => void;
}

export function ArticleLinks({ about, language, onChoose }: ReplyTool) {
  const { formatMessage } = useIntl();
  const [linked, setLinked] = useState<readonly string[]>([]);
  const choose = ({ title, markdown }: LinkedArticle): void => {
    onChoose(markdown);
    setLinked([...linked, title]);
  };
  return (
    <>
      <Popup
        label={formatMessage({ id: "pane.articles" })}
        isFromStart
        isWide
        buttonClass={styles.choose}
        button={
          <>
            <FormattedMessage id="pane.articles" />
            <IconChevronDown size={18} aria-hidden />
          </>
        }
      >
        <ArticleChoices about={about} language={language} onChoose={choose} />
      </Popup>
      <LiveRegion>
        {linked.length > 0 && (
          // Said again where the same article is chosen again.
          <span key={linked.length}>{formatMessage({ id: "pane.articles.linked" }, { title: linked.at(-1) })}</span>
        )}
      </LiveRegion>
    </>
  );
}

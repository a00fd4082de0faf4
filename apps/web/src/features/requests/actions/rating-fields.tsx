/** One question and room for words: how the support was (F51). */
import { IconMoodCry, IconMoodHappy, IconMoodNeutral, IconMoodSad, IconMoodSmile } from "@tabler/icons-react";
import { useId } from "react";
import { FormattedMessage, useIntl } from "react-intl";
import type { Kept } from "../../../lib/kept/use-kept";
import { Textarea } from "../../../lib/textarea";
import styles from "./actions.module.css";

export interface RatingValue {
  /** 1 to 5; 0: none. */
  readonly score: number;
  readonly comment: string;
}

export const NO_RATING: RatingValue = { score: 0, comment: "" };
export const SCORES = [
  { score: 1, Icon: IconMoodCry },
  { score: 2, Icon: IconMoodSad },
  { score: 3, Icon: IconMoodNeutral },
  { score: 4, Icon: IconMoodSmile },
  { score: 5, Icon: IconMoodHappy },
] as const;

interface Props {
  readonly rating: Kept<RatingValue>;
  readonly command: { readonly errorOf: (field: string) => string | undefined };
  /** When the question stands above as a heading. */
  readonly hasHeading?: boolean;
}

export function RatingFields({ rating, command, hasHeading = false }: Props) {
  const { formatMessage } = useIntl();
  const name = useId();
  return (
    <>
      <fieldset className={styles.rating}>
        <legend className={hasHeading ? "only-for-readers" : undefined}>
          <FormattedMessage id="conversation.rating.question" />
        </legend>
        <div className={styles.scores}>
          {SCORES.map(({ score, Icon }) => (
            <label key={score} className={styles.score}>
              <input
                type="radio"
                name={name}
                value={score}
                checked={rating.typed.score === score}
                onChange={() => rating.change({ score })}
              />
              <Icon size={28} stroke={1.5} aria-hidden />
              <span>
                <FormattedMessage id={`conversation.rating.${score}`} />
              </span>
            </label>
          ))}
        </div>
      </fieldset>
      {rating.typed.score !== NO_RATING.score && (
        <Textarea
          rows={2}
          resize="vertical"
          maxLength={2000}
          label={formatMessage({ id: "conversation.rating.comment" })}
          text={rating.field("comment")}
          error={command.errorOf("comment")}
        />
      )}
    </>
  );
}

/** Which problems of its products an article is about: chosen from all of them by category, found by words (R55, F62). */
import { foldText } from "@accord/domain";
import { Checkbox, TextInput } from "@mantine/core";
import { IconSearch } from "@tabler/icons-react";
import { useState } from "react";
import { FormattedMessage, useIntl } from "react-intl";
import { useFormatters } from "../../../lib/formatters";
import { LiveRegion } from "../../../ui/live-region";
import administration from "../administration.module.css";
import styles from "./articles.module.css";
import type { ProblemOfCategory } from "./problems-of-category";

interface Props {
  /** Of the field for searching: what a summary of errors leads to. */
  readonly id: string;
  readonly error: string | undefined;
  /** Those of the family of products. */
  readonly problems: readonly ProblemOfCategory[];
  /** By their keys. */
  readonly chosen: readonly string[];
  readonly onChange: (chosen: string[]) => void;
}

export function ArticleProblems({ id, error, problems, chosen, onChange }: Props) {
  const { formatMessage } = useIntl();
  const format = useFormatters();
  const [search, setSearch] = useState("");
  const words = foldText(search.trim());
  const found = problems.filter(({ category, name }) => foldText(`${category} ${name}`).includes(words));
  // The topics of the products may have changed since: what is there no more can still be taken off.
  const gone = chosen
    .filter((key) => !problems.some((one) => one.key === key))
    .map((key) => ({ key, category: formatMessage({ id: "articles.problems.gone" }), name: key }));
  const shown = [...gone, ...found];
  const nameOf = (key: string): string => {
    const problem = [...problems, ...gone].find((one) => one.key === key);
    return problem === undefined ? key : `${problem.category} – ${problem.name}`;
  };
  return (
    <Checkbox.Group
      label={formatMessage({ id: "articles.problems" })}
      description={formatMessage({ id: "articles.problems.hint" })}
      error={error}
      value={[...chosen]}
      onChange={onChange}
    >
      <div className={styles.problems}>
        <p className={administration.quiet}>
          {chosen.length === 0 ? (
            <FormattedMessage id="articles.problems.none" />
          ) : (
            <FormattedMessage
              id="articles.problems.chosen"
              values={{ count: chosen.length, problems: format.list(chosen.map(nameOf)) }}
            />
          )}
        </p>
        <TextInput
          id={id}
          className={styles.search}
          type="search"
          label={formatMessage({ id: "articles.problems.search" })}
          leftSection={<IconSearch size={18} aria-hidden />}
          error={error !== undefined}
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
        />
        <LiveRegion>
          {words === "" ? "" : formatMessage({ id: "articles.problems.found" }, { count: found.length })}
        </LiveRegion>
        {shown.length === 0 && (
          <p className={administration.quiet}>
            <FormattedMessage id="articles.problems.found" values={{ count: 0 }} />
          </p>
        )}
        {shown.length > 0 && (
          <div className={styles.topics}>
            {[...new Set(shown.map(({ category }) => category))].map((category) => (
              <fieldset key={category} className={styles.topic}>
                <legend>{category}</legend>
                {shown
                  .filter((one) => one.category === category)
                  .map(({ key, name }) => (
                    <Checkbox key={key} value={key} label={name} />
                  ))}
              </fieldset>
            ))}
          </div>
        )}
      </div>
    </Checkbox.Group>
  );
}

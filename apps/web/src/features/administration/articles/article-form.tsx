/** What an article holds: about what, found by what, and its text in both languages with what readers will see (R55, R71). */
import { useQuery } from "@apollo/client/react";
import { Button, NativeSelect, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { FormattedMessage, useIntl } from "react-intl";
import { useNavigate } from "react-router";
import { useFormFields } from "../../../lib/commands/form-fields";
import { useCommand } from "../../../lib/commands/use-command";
import { useFormatters } from "../../../lib/formatters";
import { useKept } from "../../../lib/kept/use-kept";
import { useRefusalText } from "../../../lib/refusal-text";
import { Textarea } from "../../../lib/textarea";
import { CommandProblem } from "../../../ui/command-problem";
import { Disclosure } from "../../../ui/disclosure";
import { DropTyped } from "../../../ui/drop-typed";
import { ErrorSummary } from "../../../ui/error-summary";
import { FailureNotice } from "../../../ui/failure-notice";
import { Notice } from "../../../ui/notice";
import { Prose } from "../../../ui/prose";
import administration from "../administration.module.css";
import { ArticleProblems } from "./article-problems";
import { ArticleFamiliesDocument, type ManagedArticleTextFragment, SaveArticleDocument } from "./articles.generated";
import styles from "./articles.module.css";
import { ChangedMeanwhile } from "./changed-meanwhile";
import { problemsOf, readKeys, readProblems, writeProblems } from "./problems-of-category";

const LISTS = ["tags", "audience", "related"] as const;
const LANGUAGES = [
  { language: "en", title: "title", body: "body" },
  { language: "ro", title: "titleRo", body: "bodyRo" },
] as const;

const typedOf = (article: ManagedArticleTextFragment | null) => ({
  id: article?.id ?? "",
  family: article?.family ?? "",
  problems: writeProblems(article?.problems ?? []),
  tags: article?.tags.join(", ") ?? "",
  audience: article?.audience.join(", ") ?? "",
  related: article?.related.join(", ") ?? "",
  title: article?.title ?? "",
  titleRo: article?.titleRo ?? "",
  body: article?.body ?? "",
  bodyRo: article?.bodyRo ?? "",
});
type Typed = ReturnType<typeof typedOf>;

const listOf = (text: string): string[] =>
  text
    .split(",")
    .map((item) => item.trim())
    .filter((item) => item !== "");

export function ArticleForm({ article }: { readonly article: ManagedArticleTextFragment | null }) {
  const { formatMessage } = useIntl();
  const format = useFormatters();
  const navigate = useNavigate();
  const kept = useKept("article", article?.id ?? "new", typedOf(article), article?.revision);
  const { typed } = kept;
  const refusalText = useRefusalText();
  const { data, error: unknown, refetch } = useQuery(ArticleFamiliesDocument);
  /** Names of problems that went with another family. */
  const [takenOff, setTakenOff] = useState<readonly string[]>([]);
  const command = useCommand(SaveArticleDocument, {
    done: (_, { input }) => ({
      text: formatMessage({ id: "articles.save.done" }),
      on: `/administration/articles/${input.articleId}`,
    }),
    onDone: ({ article: saved }) => {
      kept.forget();
      setTakenOff([]);
      return article === null && saved !== null
        ? navigate(`/administration/articles/${saved.id}`, { replace: true })
        : null;
    },
    fields: Object.keys(typed),
  });
  const fields = useFormFields(command);
  const words = (name: keyof Typed) => ({
    label: formatMessage({ id: `articles.${name}` }),
    ...fields.at(name),
  });
  const field = (name: keyof Typed) => ({
    ...words(name),
    value: typed[name],
    onChange: (event: { currentTarget: { value: string } }) => kept.change({ [name]: event.currentTarget.value }),
  });
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const family = typed.family || null;
    await command.sendKeyed({
      articleId: typed.id,
      revision: article === null ? null : kept.revision,
      kind: family === null ? "PORTAL" : "PRODUCT",
      family,
      problems: readProblems(typed.problems),
      tags: listOf(typed.tags),
      audience: listOf(typed.audience),
      related: listOf(typed.related),
      title: typed.title,
      titleRo: typed.titleRo,
      body: typed.body,
      bodyRo: typed.bodyRo,
    });
  };
  const families = format.byName(data?.searchArticles.families ?? [], ({ name }) => name);
  const problemsIn = (family: string) => problemsOf(families.find(({ id }) => id === family));
  const chosen = readKeys(typed.problems);
  const changeFamily = (family: string): void => {
    const there = new Set(problemsIn(family).map(({ key }) => key));
    const names = new Map(problemsIn(typed.family).map(({ key, category, name }) => [key, `${category} – ${name}`]));
    setTakenOff(chosen.filter((key) => !there.has(key)).map((key) => names.get(key) ?? key));
    kept.change({ family, problems: chosen.filter((key) => there.has(key)).join(" ") });
  };
  return (
    <form className={administration.form} onSubmit={(event) => void submit(event)} noValidate>
      <ErrorSummary problems={fields.problems} />
      <CommandProblem command={command} />
      {article !== null && !command.isBusy && <ChangedMeanwhile kept={kept} revision={article.revision} />}
      <div className={administration.fields}>
        {article === null && (
          <TextInput {...field("id")} required description={formatMessage({ id: "articles.id.hint" })} />
        )}
        <NativeSelect
          {...field("family")}
          className={styles.search}
          onChange={(event) => changeFamily(event.currentTarget.value)}
          data={[
            { value: "", label: formatMessage({ id: "help.portal" }) },
            ...families.map(({ id, name }) => ({ value: id, label: name })),
            ...(typed.family === "" || families.some(({ id }) => id === typed.family)
              ? []
              : [{ value: typed.family, label: typed.family }]),
          ]}
        />
      </div>
      {takenOff.length > 0 && (
        <Notice
          tone="soon"
          isLive
          title={<FormattedMessage id="articles.problems.takenOff" values={{ count: takenOff.length }} />}
        >
          <p>{format.list(takenOff)}</p>
        </Notice>
      )}
      {unknown !== undefined && <FailureNotice text={refusalText(unknown)} onRetry={() => void refetch()} />}
      {typed.family !== "" && data !== undefined && (
        <ArticleProblems
          key={typed.family}
          {...fields.at("problems")}
          problems={problemsIn(typed.family)}
          chosen={chosen}
          onChange={(next) => kept.change({ problems: next.join(" ") })}
        />
      )}
      <div className={administration.fields}>
        {LISTS.map((name) => (
          <TextInput key={name} {...field(name)} description={formatMessage({ id: "articles.list.hint" })} />
        ))}
      </div>
      <div className={styles.languages}>
        {LANGUAGES.map(({ language, title, body }) => (
          <div key={language} className={administration.form}>
            <TextInput {...field(title)} lang={language} required maxLength={200} />
            <Textarea {...words(body)} text={kept.field(body)} lang={language} required rows={14} />
            <Disclosure summary={<FormattedMessage id="articles.preview" />}>
              <div lang={language}>
                <h2>{typed[title]}</h2>
                <Prose markdown={typed[body]} isArticle />
              </div>
            </Disclosure>
          </div>
        ))}
      </div>
      <div className={administration.row}>
        <Button type="submit" loading={command.isBusy}>
          <FormattedMessage id="articles.save" />
        </Button>
        <DropTyped kept={kept} />
      </div>
    </form>
  );
}

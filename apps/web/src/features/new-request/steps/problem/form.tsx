/** Step 1: what it is about and what happened; each list depends on the one before it, and so do the questions (R6, R33, R60, F34). */
import { makeReadable, TEXT_RULES } from "@accord/domain";
import { NativeSelect, TextInput } from "@mantine/core";
import { lazy, Suspense } from "react";
import { FormattedMessage, useIntl } from "react-intl";
import { Link, useNavigate } from "react-router";
import { keptText } from "../../../../lib/kept/use-kept";
import { SecretWarning } from "../../../../lib/secrets/secret-warning";
import { Textarea } from "../../../../lib/textarea";
import { AttachmentPicker } from "../../../files";
import { ArticleSuggestions } from "../../../help";
import { useFlow } from "../../flow-context";
import { CoverageHere } from "../../flow-coverage";
import { Counter } from "./counter";
import type { ChosenProductQuery } from "./form.generated";
import { OpenAlready } from "./open-already/open-already";
import { OtherPortalCard } from "./other-portal-card";
import { ProductField } from "./product-field";
import { Questions } from "./questions/questions";
import { VersionField } from "./version-field";

const DialogueCard = lazy(() => import("./dialogue/dialogue-card"));

/** What an engineer would ask first, once the problem is chosen (R61). */
function Dialogue() {
  const { productVersionId, categoryId, problemId } = useFlow().content;
  if (!productVersionId || !categoryId || !problemId) return null;
  const about = { productVersionId, categoryId, problemId };
  return (
    <Suspense fallback={null}>
      <DialogueCard key={`${categoryId} ${problemId}`} {...about} />
    </Suspense>
  );
}

/** Category, then the problems of that category. */
function TopicFields({ categories }: Pick<ChosenProductQuery["product"], "categories">) {
  const { content, change, errorOf } = useFlow();
  const { formatMessage } = useIntl();
  const problems = categories.find((category) => category.id === content.categoryId)?.problems ?? [];
  const nothing = { value: "", label: formatMessage({ id: "newRequest.choose" }) };
  const options = (items: readonly { id: string; name: string }[]) => [
    nothing,
    ...items.map(({ id, name }) => ({ value: id, label: name })),
  ];
  return (
    <>
      <NativeSelect
        id="flow-categoryId"
        size="md"
        label={<FormattedMessage id="newRequest.category" />}
        error={errorOf("flow-categoryId")}
        data={options(categories)}
        value={content.categoryId ?? ""}
        onChange={(event) => change({ categoryId: event.target.value || null, problemId: null })}
      />
      <NativeSelect
        id="flow-problemId"
        size="md"
        label={<FormattedMessage id="newRequest.problem" />}
        description={content.categoryId ? undefined : <FormattedMessage id="newRequest.problem.needsCategory" />}
        error={errorOf("flow-problemId")}
        disabled={problems.length === 0}
        data={options(problems)}
        value={content.problemId ?? ""}
        onChange={(event) => change({ problemId: event.target.value || null })}
      />
    </>
  );
}

function TextFields() {
  const { content, change, errorOf } = useFlow();
  return (
    <>
      <div>
        <TextInput
          id="flow-title"
          size="md"
          label={<FormattedMessage id="newRequest.title" />}
          description={<FormattedMessage id="newRequest.title.hint" />}
          error={errorOf("flow-title")}
          maxLength={TEXT_RULES.title.max}
          value={content.title}
          onChange={(event) => change({ title: makeReadable(event.target.value, false) })}
        />
        <SecretWarning isOneLine text={content.title} onMask={(title) => change({ title })} />
      </div>
      <div>
        <Textarea
          id="flow-description"
          size="md"
          rows={8}
          resize="vertical"
          label={<FormattedMessage id="newRequest.description" />}
          description={<FormattedMessage id="newRequest.description.hint" />}
          error={errorOf("flow-description")}
          text={keptText(content.description, (description) => change({ description }))}
        />
        <p data-quiet>
          <Counter text={content.description} limit={TEXT_RULES.description.max} />
        </p>
        <SecretWarning text={content.description} onMask={(description) => change({ description })} />
      </div>
    </>
  );
}

/** Characters that the search looks at. */
const MOST_SEARCHED = 2000;
const nothing = (): void => undefined;
const NONE: readonly string[] = [];

/** Whatever is put here goes along with the request; submitting says so when one is not there yet (R7, F37). */
function Files() {
  const { draftId } = useFlow();
  return (
    <div id="flow-attachments" tabIndex={-1}>
      <AttachmentPicker owner={{ draftId }} chosen={NONE} onChange={nothing} onBusy={nothing} />
    </div>
  );
}

/** Articles that may solve it now; "It solved my problem" ends the draft, and no incident is used (R5, F62). */
function Suggestions() {
  const { draftId, content, product, saveNow, finish } = useFlow();
  const navigate = useNavigate();
  const solving = {
    prepare: saveNow,
    leadsTo: "/requests",
    finish: () => {
      finish();
      return navigate("/requests", { replace: true });
    },
  };
  const { productVersionId, categoryId, problemId, title, description } = content;
  return (
    <ArticleSuggestions
      text={[...`${title} ${description}`].slice(0, MOST_SEARCHED).join("")}
      family={product?.family ?? null}
      {...{ productVersionId, categoryId, problemId, draftId, solving }}
    />
  );
}

export function ProblemForm() {
  const { product } = useFlow();
  return (
    <>
      <ProductField product={product} />
      {product === undefined && (
        <p>
          <Link to="/ask">
            <FormattedMessage id="questions.link" />
          </Link>
        </p>
      )}
      {product ? <VersionField versions={product.versions} /> : null}
      <CoverageHere />
      {product && !product.portal.isHere ? <OtherPortalCard product={product} /> : null}
      {product?.portal.isHere ? (
        <>
          <TopicFields categories={product.categories} />
          <OpenAlready />
          <Dialogue />
          <TextFields />
          <Suggestions />
          <Questions />
          <Files />
        </>
      ) : null}
    </>
  );
}

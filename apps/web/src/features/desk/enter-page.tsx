/** An engineer enters a request for a customer who called; the customer is its primary contact and is told by mail (S20, F6, R87). */

import { SEVERITIES } from "@accord/domain";
import { useQuery } from "@apollo/client/react";
import { Button, NativeSelect, TextInput } from "@mantine/core";
import type { FormEvent, ReactNode } from "react";
import { FormattedMessage, useIntl } from "react-intl";
import { Link, useNavigate } from "react-router";
import { useCommand } from "../../lib/commands/use-command";
import { useFormatters } from "../../lib/formatters";
import { type Kept, useKept } from "../../lib/kept/use-kept";
import { Textarea } from "../../lib/textarea";
import { Waiting } from "../../lib/waiting";
import { Card } from "../../ui/card";
import { CommandProblem } from "../../ui/command-problem";
import { DropTyped } from "../../ui/drop-typed";
import { Page } from "../../ui/page";
import { RowSkeletons } from "../../ui/skeletons";
import {
  EnterChoicesDocument,
  type EnterChoicesQuery,
  EnterProductDocument,
  EnterRequestDocument,
} from "./enter.generated";
import {
  ENTERED_FIELDS,
  type EnteredRequest,
  inputOf,
  NOTHING_ENTERED,
  withCountry,
  withProduct,
} from "./entered-request";
import styles from "./workspace.module.css";

export default function EnterPage() {
  const { formatMessage } = useIntl();
  const { data, error, refetch } = useQuery(EnterChoicesDocument);
  return (
    <Page
      back={
        <Link to="/queue">
          <FormattedMessage id="workspace.title" />
        </Link>
      }
      title={formatMessage({ id: "enter.title" })}
      lead={<FormattedMessage id="enter.lead" />}
    >
      {data === undefined && <Waiting error={error} refetch={refetch} shape={<RowSkeletons count={4} />} />}
      {data !== undefined && <EnterForm choices={data} />}
    </Page>
  );
}

function EnterForm({ choices }: { readonly choices: EnterChoicesQuery }) {
  const navigate = useNavigate();
  const kept = useKept("enteredRequest", "new", NOTHING_ENTERED);
  const { formatMessage } = useIntl();
  const command = useCommand(EnterRequestDocument, {
    fields: ENTERED_FIELDS,
    done: ({ request }) =>
      request && { text: formatMessage({ id: "enter.done" }, { number: request.number }), on: `/queue/${request.id}` },
    onDone: ({ request }) => {
      kept.forget();
      return navigate(`/queue/${request?.id}?view=mine`);
    },
  });
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const input = inputOf(kept.typed);
    await command.sendKeyed(input);
  };
  const errorOf = (name: keyof EnteredRequest): ReactNode => command.errorOf(name);
  const fields: FieldsProps = { choices, kept, errorOf };
  return (
    <form className={styles.enter} onSubmit={(event) => void submit(event)} noValidate>
      <CustomerFields {...fields} />
      <ProblemFields {...fields} />
      <CommandProblem command={command} />
      <div className={styles.enterEnd}>
        <Button type="submit" loading={command.isBusy}>
          <FormattedMessage id="enter.send" />
        </Button>
        <DropTyped kept={kept} />
      </div>
    </form>
  );
}

interface FieldsProps {
  readonly choices: EnterChoicesQuery;
  readonly kept: Kept<EnteredRequest>;
  readonly errorOf: (name: keyof EnteredRequest) => ReactNode;
}

/** Who called, and from where: the support hours and the deadline follow the place. */
function CustomerFields({ choices, kept: { typed: entered, change }, errorOf }: FieldsProps) {
  const { formatMessage } = useIntl();
  const format = useFormatters();
  const country = choices.countries.find((one) => one.code === entered.country);
  const text = (name: "givenName" | "familyName" | "email" | "phone", type: string, isRequired: boolean) => (
    <TextInput
      label={formatMessage({ id: `enter.${name}` })}
      type={type}
      required={isRequired}
      autoComplete="off"
      maxLength={254}
      value={entered[name]}
      onChange={(event) => change({ [name]: event.currentTarget.value })}
      error={errorOf(name)}
    />
  );
  return (
    <Card title={<FormattedMessage id="enter.customer" />}>
      <div className={styles.enterPair}>
        {text("givenName", "text", true)}
        {text("familyName", "text", true)}
        {text("email", "email", true)}
        {text("phone", "tel", false)}
        <Choice
          label={formatMessage({ id: "enter.country" })}
          value={entered.country}
          choices={format
            .byName(choices.countries, ({ name }) => name)
            .map(({ code, name }) => ({ value: code, label: name }))}
          onChange={(code) =>
            change(
              withCountry(
                entered,
                choices.countries.find((one) => one.code === code),
              ),
            )
          }
          error={errorOf("country")}
        />
        <Choice
          label={formatMessage({ id: "enter.timeZone" })}
          value={entered.timeZone}
          choices={(country?.timeZones ?? []).map((zone) => ({ value: zone, label: zone.replaceAll("_", " ") }))}
          onChange={(timeZone) => change({ timeZone })}
          error={errorOf("timeZone")}
        />
      </div>
    </Card>
  );
}

function ProblemFields({ choices, kept, errorOf }: FieldsProps) {
  const { typed: entered, change } = kept;
  const { formatMessage } = useIntl();
  const format = useFormatters();
  const { data } = useQuery(EnterProductDocument, {
    variables: { id: entered.productId },
    skip: entered.productId === "",
  });
  const product = data?.product.id === entered.productId ? data.product : undefined;
  const category = product?.categories.find((one) => one.id === entered.categoryId);
  const named = (list: readonly { readonly id: string; readonly name: string }[] = []) =>
    list.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <Card title={<FormattedMessage id="enter.problem" />}>
      <div className={styles.enterPair}>
        <Choice
          label={formatMessage({ id: "enter.product" })}
          value={entered.productId}
          choices={named(format.byName(choices.catalogue.nodes, ({ name }) => name))}
          onChange={(id) => change(withProduct(entered, id))}
          error={null}
        />
        <Choice
          label={formatMessage({ id: "enter.version" })}
          value={entered.productVersionId}
          choices={named(product?.versions)}
          onChange={(productVersionId) => change({ productVersionId })}
          error={errorOf("productVersionId")}
        />
        <Choice
          label={formatMessage({ id: "enter.category" })}
          value={entered.categoryId}
          choices={named(product?.categories)}
          onChange={(categoryId) => change({ categoryId, problemId: "" })}
          error={errorOf("categoryId")}
        />
        <Choice
          label={formatMessage({ id: "enter.kind" })}
          value={entered.problemId}
          choices={named(category?.problems)}
          onChange={(problemId) => change({ problemId })}
          error={errorOf("problemId")}
        />
        <NativeSelect
          label={formatMessage({ id: "requests.filter.severity" })}
          value={entered.severity}
          data={SEVERITIES.map((one) => ({ value: one, label: formatMessage({ id: `requests.severity.${one}` }) }))}
          onChange={(event) =>
            change({ severity: SEVERITIES.find((one) => one === event.currentTarget.value) ?? "MODERATE" })
          }
          error={errorOf("severity")}
        />
      </div>
      <TextInput
        label={formatMessage({ id: "enter.name" })}
        required
        maxLength={200}
        value={entered.title}
        onChange={(event) => change({ title: event.currentTarget.value })}
        error={errorOf("title")}
      />
      <Textarea
        label={formatMessage({ id: "enter.description" })}
        required
        rows={5}
        text={kept.field("description")}
        error={errorOf("description")}
      />
    </Card>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly value: string;
  readonly choices: readonly { readonly value: string; readonly label: string }[];
  readonly onChange: (value: string) => void;
  readonly error: ReactNode;
}

/** A choice that is not made for anybody; folded shut until there is something to choose from. */
function Choice({ label, value, choices, onChange, error }: ChoiceProps) {
  const { formatMessage } = useIntl();
  return (
    <NativeSelect
      label={label}
      required
      disabled={choices.length === 0}
      value={value}
      data={[{ value: "", label: formatMessage({ id: "enter.choose" }) }, ...choices]}
      onChange={(event) => onChange(event.currentTarget.value)}
      error={error}
    />
  );
}

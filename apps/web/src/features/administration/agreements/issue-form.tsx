/** What to issue: programme, first day, incidents, how many, for whom and in which language (F56). */

import { useQuery } from "@apollo/client/react";
import { Button, Checkbox, NativeSelect, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { FormattedMessage, useIntl } from "react-intl";
import { now } from "../../../lib/clock";
import { FormProblems, useFormFields } from "../../../lib/commands/form-fields";
import { useCommand } from "../../../lib/commands/use-command";
import { useFormatters } from "../../../lib/formatters";
import { CODE_OF_LANGUAGE, LANGUAGE_NAMES, LANGUAGES, useLanguage } from "../../../lib/language";
import styles from "../administration.module.css";
import {
  IssuableProgrammesDocument,
  IssueAgreementsDocument,
  type IssueAgreementsMutation,
  type LanguageCode,
} from "./managed.generated";
import { isWhole } from "./whole-number";

interface Props {
  readonly onIssued: (issued: NonNullable<IssueAgreementsMutation["createAgreements"]["issued"]>) => void;
}

const pad = (part: number): string => String(part).padStart(2, "0");
const today = (): string => {
  const day = new Date(now());
  return `${day.getFullYear()}-${pad(day.getMonth() + 1)}-${pad(day.getDate())}`;
};

const EMPTY = {
  programmeId: "",
  incidents: "",
  count: "1",
  redeemBy: "",
  recipientName: "",
  recipientEmail: "",
  withLink: true,
  isInForce: false,
};

export function IssueForm({ onIssued }: Props) {
  const { formatMessage } = useIntl();
  const format = useFormatters();
  const { language } = useLanguage();
  const { data } = useQuery(IssuableProgrammesDocument);
  const form = useForm({
    initialValues: { ...EMPTY, startsOn: today(), language: CODE_OF_LANGUAGE[language] as LanguageCode },
  });
  const typed = form.values;
  const command = useCommand(IssueAgreementsDocument, {
    // Nothing of the IDs stays in the cache.
    fetchPolicy: "no-cache",
    // They take the form's place.
    done: null,
    onDone: ({ issued }) => issued && onIssued(issued),
  });
  const fields = useFormFields(command);

  const programmes = (data?.programmes ?? []).filter((one) => one.origin === "AGREEMENT" && one.retiredOn === null);
  const { incidents: granted, activation = null } = programmes.find((one) => one.id === typed.programmeId) ?? {};

  const submit = async (): Promise<void> => {
    const wrong = problemsOf(typed);
    if (wrong.length > 0)
      return command.refuse(
        wrong.map(([name, sentence]) => ({
          code: sentence === "managed.wholeNumber" ? "INPUT_INVALID" : "INPUT_REQUIRED",
          message: formatMessage({ id: sentence }),
          remedy: "",
          path: [name],
        })),
      );
    await command.sendKeyed({
      programmeId: typed.programmeId,
      startsOn: typed.startsOn,
      count: wholeOf(typed.count) ?? 1,
      incidents: wholeOf(typed.incidents),
      recipientName: typed.recipientName || null,
      recipientEmail: typed.recipientEmail || null,
      language: typed.language,
      withActivationLink: typed.withLink,
      ...(activation === null
        ? {}
        : { needsActivation: !typed.isInForce, redeemBy: typed.isInForce ? null : typed.redeemBy || null }),
    });
  };

  const field = (name: keyof typeof typed) => ({
    label: formatMessage({ id: `managed.issue.${name}` }),
    ...form.getInputProps(name),
    ...fields.at(name),
  });
  return (
    <form className={styles.form} onSubmit={form.onSubmit(submit)} noValidate>
      <FormProblems command={command} fields={fields} />
      <div className={styles.fields}>
        <NativeSelect
          {...field("programmeId")}
          required
          data={[
            { value: "", label: formatMessage({ id: "managed.issue.choose" }) },
            ...format.byName(programmes, ({ name }) => name).map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
        <TextInput {...field("startsOn")} required type="date" />
        <TextInput
          {...field("incidents")}
          type="number"
          min={0}
          description={
            granted == null ? (
              <FormattedMessage id="managed.issue.incidents.hint" />
            ) : (
              <FormattedMessage id="managed.issue.incidents.granted" values={{ granted }} />
            )
          }
        />
        <TextInput
          {...field("count")}
          type="number"
          min={1}
          max={100}
          description={formatMessage({ id: "managed.issue.count.hint" })}
        />
        {activation !== null && !typed.isInForce && (
          <TextInput
            {...field("redeemBy")}
            type="date"
            min={typed.startsOn}
            description={
              <FormattedMessage
                id="managed.issue.redeemBy.hint"
                values={{ months: activation.redeemWithinMonths, basis: activation.basis }}
              />
            }
          />
        )}
        <TextInput {...field("recipientName")} autoComplete="off" maxLength={200} />
        <TextInput {...field("recipientEmail")} type="email" autoComplete="off" maxLength={254} />
        <NativeSelect
          {...field("language")}
          data={LANGUAGES.map((one) => ({ value: CODE_OF_LANGUAGE[one], label: LANGUAGE_NAMES[one] }))}
        />
      </div>
      {activation !== null && (
        <Checkbox
          {...form.getInputProps("isInForce", { type: "checkbox" })}
          label={formatMessage({ id: "managed.issue.inForce" })}
          description={formatMessage({ id: "managed.issue.inForce.hint" })}
        />
      )}
      <Checkbox
        {...form.getInputProps("withLink", { type: "checkbox" })}
        label={formatMessage({ id: "managed.issue.withLink" })}
        description={formatMessage({ id: "managed.issue.withLink.hint" })}
      />
      <div>
        <Button type="submit" loading={command.isBusy}>
          <FormattedMessage id="managed.issue.button" />
        </Button>
      </div>
    </form>
  );
}

/** What can be said before the server is asked: field and sentence. */
const problemsOf = (typed: Readonly<Record<"programmeId" | "startsOn" | "incidents" | "count", string>>) => [
  ...(["programmeId", "startsOn"] as const)
    .filter((name) => typed[name] === "")
    .map((name) => [name, `managed.issue.${name}.needed`] as const),
  ...(["incidents", "count"] as const)
    .filter((name) => !isWhole(typed[name]))
    .map((name) => [name, "managed.wholeNumber"] as const),
];

/** Null for an empty field. */
const wholeOf = (text: string): number | null => (text.trim() === "" ? null : Number(text));

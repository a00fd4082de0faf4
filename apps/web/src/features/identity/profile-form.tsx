/** The profile: names as the account gives them (R53), the rest as defaults of later forms (R54). */

import { useQuery } from "@apollo/client/react";
import { Button, Radio, TextInput } from "@mantine/core";
import { type FormEvent, useId, useMemo, useState } from "react";
import { FormattedMessage, useIntl } from "react-intl";
import { useCommand } from "../../lib/commands/use-command";
import { CODE_OF_LANGUAGE, LANGUAGE_OF_CODE, LANGUAGES, storeLanguage, useLanguage } from "../../lib/language";
import { fieldError, formProblems, useRefusalText } from "../../lib/refusal-text";
import { useViewer } from "../../lib/viewer";
import { Card } from "../../ui/card";
import { CommandProblem } from "../../ui/command-problem";
import { ErrorSummary } from "../../ui/error-summary";
import { FailureNotice } from "../../ui/failure-notice";
import { useToldAfter } from "../../ui/outcome";
import { TextSkeleton } from "../../ui/skeletons";
import { type CountryChoice, guessPlace } from "./guess-place";
import { NameCard } from "./name-card";
import { PlaceCard } from "./place-card";
import { CompleteProfileDocument, ProfileChoicesDocument } from "./profile.generated";
import styles from "./profile-form.module.css";

interface Props {
  readonly submitLabel: string;
  /** What is told once it is saved; null: it leads to another page. */
  readonly told: string | null;
  readonly onSaved?: () => unknown;
}

const NO_COUNTRIES: readonly CountryChoice[] = [];

export function ProfileForm(props: Props) {
  const { data, error, refetch } = useQuery(ProfileChoicesDocument);
  const refusalText = useRefusalText();
  if (error !== undefined && data === undefined)
    return <FailureNotice text={refusalText(error)} onRetry={() => void refetch()} />;
  if (data === undefined) return <TextSkeleton lines={8} />;
  return <LoadedForm {...props} countries={data.countries} />;
}

function LoadedForm({
  submitLabel,
  told,
  onSaved,
  countries = NO_COUNTRIES,
}: Props & { readonly countries: readonly CountryChoice[] }) {
  const { formatMessage } = useIntl();
  const { account, profileDefaults } = useViewer();
  const { language, speak } = useLanguage();
  const ids = useId();
  const { profile } = account;

  const [values, setValues] = useState(() => {
    const place = guessPlace(countries, {
      country: profile?.country ?? profileDefaults.country ?? null,
      timeZone: profile?.timeZone ?? profileDefaults.timeZone ?? null,
      browserZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
      browserLanguages: navigator.languages,
    });
    return {
      ...place,
      givenName: account.givenName,
      familyName: account.familyName,
      language: profile ? LANGUAGE_OF_CODE[profile.language] : language,
      phone: profile?.phone ?? "",
      method: profile?.preferredContactMethod ?? "EMAIL",
    };
  });
  const change = (patch: Partial<typeof values>): void => setValues((now) => ({ ...now, ...patch }));

  const command = useCommand(CompleteProfileDocument, {
    done: null,
    onDone: async () => {
      storeLanguage(values.language);
      if (values.language !== language) await speak(values.language);
      return onSaved?.();
    },
  });
  const { refusals } = command;
  useToldAfter(command.timesDone, told);
  const fieldId = (name: string): string => `${ids}${name}`;
  const problems = useMemo(() => formProblems(refusals, ids), [refusals, ids]);

  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    await command.send({
      input: {
        ...(account.nameSource === "STATED" ? {} : { givenName: values.givenName, familyName: values.familyName }),
        country: values.country,
        timeZone: values.timeZone,
        language: CODE_OF_LANGUAGE[values.language],
        phone: values.phone.trim() || null,
        preferredContactMethod: values.method,
      },
    });
  };

  return (
    <form className={styles.form} onSubmit={(event) => void submit(event)} noValidate>
      <ErrorSummary problems={problems} />
      {command.failure !== null && <CommandProblem command={command} />}
      <NameCard name={values} onChange={change} refusals={refusals} idPrefix={ids} />
      <PlaceCard countries={countries} place={values} onChange={change} refusals={refusals} idPrefix={ids} />
      <Card title={<FormattedMessage id="profile.reach" />}>
        <Radio.Group
          label={formatMessage({ id: "profile.language" })}
          value={values.language}
          onChange={(value) => change({ language: LANGUAGES.find((one) => one === value) ?? values.language })}
          error={fieldError(refusals, "language")}
        >
          <div className={styles.choices}>
            <Radio id={fieldId("language")} value="en" label="English" lang="en" />
            <Radio value="ro" label="Română" lang="ro" />
          </div>
        </Radio.Group>
        <Radio.Group
          label={formatMessage({ id: "profile.method" })}
          value={values.method}
          onChange={(value) => change({ method: value === "PHONE" ? "PHONE" : "EMAIL" })}
          error={fieldError(refusals, "preferredContactMethod")}
        >
          <div className={styles.choices}>
            <Radio
              id={fieldId("preferredContactMethod")}
              value="EMAIL"
              label={formatMessage({ id: "profile.method.EMAIL" })}
            />
            <Radio value="PHONE" label={formatMessage({ id: "profile.method.PHONE" })} />
          </div>
        </Radio.Group>
        <TextInput
          id={fieldId("phone")}
          className={styles.narrow}
          type="tel"
          autoComplete="tel"
          maxLength={40}
          required={values.method === "PHONE"}
          label={formatMessage({ id: "profile.phone" })}
          description={formatMessage({ id: "profile.phone.hint" })}
          value={values.phone}
          onChange={(event) => change({ phone: event.currentTarget.value })}
          error={fieldError(refusals, "phone")}
        />
      </Card>
      <div>
        <Button type="submit" size="md" loading={command.isBusy}>
          {submitLabel}
        </Button>
      </div>
    </form>
  );
}

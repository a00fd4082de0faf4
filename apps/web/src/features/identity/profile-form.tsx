/** The profile: names as the account gives them (R53), the rest as defaults of later forms (R54). */

import { useQuery } from "@apollo/client/react";
import { Button, Radio, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useState } from "react";
import { FormattedMessage, useIntl } from "react-intl";
import { FormProblems, useFormFields } from "../../lib/commands/form-fields";
import { useCommand } from "../../lib/commands/use-command";
import {
  CODE_OF_LANGUAGE,
  LANGUAGE_NAMES,
  LANGUAGE_OF_CODE,
  LANGUAGES,
  storeLanguage,
  useLanguage,
} from "../../lib/language";
import { useRefusalText } from "../../lib/refusal-text";
import { useViewer } from "../../lib/viewer";
import { Card } from "../../ui/card";
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
  const { profile } = account;

  const [initialValues] = useState(() => {
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
  const form = useForm({ initialValues });
  const { values, setValues: change } = form;

  const command = useCommand(CompleteProfileDocument, {
    done: null,
    onDone: async () => {
      storeLanguage(values.language);
      if (values.language !== language) await speak(values.language);
      return onSaved?.();
    },
  });
  const fields = useFormFields(command);
  useToldAfter(command.timesDone, told);
  const submit = async (): Promise<void> => {
    await command.send({
      input: {
        ...(account.nameSource === "STATED" ? {} : { givenName: values.givenName, familyName: values.familyName }),
        country: values.country || null,
        timeZone: values.timeZone || null,
        language: CODE_OF_LANGUAGE[values.language],
        phone: values.phone.trim() || null,
        preferredContactMethod: values.method,
      },
    });
  };

  return (
    <form className={styles.form} onSubmit={form.onSubmit(submit)} noValidate>
      <FormProblems command={command} fields={fields} />
      <NameCard name={values} onChange={change} fields={fields} />
      <PlaceCard countries={countries} place={values} onChange={change} fields={fields} />
      <Card title={<FormattedMessage id="profile.reach" />}>
        <Radio.Group
          label={formatMessage({ id: "profile.language" })}
          {...form.getInputProps("language")}
          error={fields.at("language").error}
        >
          <div className={styles.choices}>
            {LANGUAGES.map((one, place) => (
              <Radio
                key={one}
                id={place === 0 ? fields.at("language").id : undefined}
                value={one}
                label={LANGUAGE_NAMES[one]}
                lang={one}
              />
            ))}
          </div>
        </Radio.Group>
        <Radio.Group
          label={formatMessage({ id: "profile.method" })}
          {...form.getInputProps("method")}
          error={fields.at("preferredContactMethod").error}
        >
          <div className={styles.choices}>
            <Radio
              id={fields.at("preferredContactMethod").id}
              value="EMAIL"
              label={formatMessage({ id: "profile.method.EMAIL" })}
            />
            <Radio value="PHONE" label={formatMessage({ id: "profile.method.PHONE" })} />
          </div>
        </Radio.Group>
        <TextInput
          className={styles.narrow}
          type="tel"
          autoComplete="tel"
          maxLength={40}
          required={values.method === "PHONE"}
          label={formatMessage({ id: "profile.phone" })}
          description={formatMessage({ id: "profile.phone.hint" })}
          {...form.getInputProps("phone")}
          {...fields.at("phone")}
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

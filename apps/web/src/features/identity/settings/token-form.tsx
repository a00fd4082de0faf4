/** A new token: a name, what it may do, how long it holds; then the token itself, this once (F74). */
import { capitalNameOf, isStaffScope, movesIncidents, type Scope } from "@accord/domain";
import { Button, NativeSelect, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useState } from "react";
import { FormattedMessage, useIntl } from "react-intl";
import { loginAddress } from "../../../lib/addresses";
import { FormProblems, useFormFields } from "../../../lib/commands/form-fields";
import { useCommand } from "../../../lib/commands/use-command";
import { Card } from "../../../ui/card";
import { CopyButton } from "../../../ui/copy-button";
import { OutcomeNotice } from "../../../ui/outcome-notice";
import { visibleControls } from "../../../ui/visible-controls";
import { ScopeChoices } from "./scope-choices";
import { CreateTokenDocument } from "./settings.generated";
import styles from "./settings.module.css";

const LIVES = [7, 30, 90, 365] as const;
const MOST_STAFF_DAYS = 90;
const FIRST = { name: "", scopes: [] as Scope[], days: "90", daily: "" };

/** What the page offers; the server says what it takes. */
const offeredLives = (scopes: readonly Scope[]): readonly number[] =>
  LIVES.filter((days) => days <= MOST_STAFF_DAYS || !scopes.some(isStaffScope));

/** Null where nothing is written; 0, which is refused, for what is no number. */
const countIn = (text: string): number | null => {
  const written = text.trim();
  if (written === "") return null;
  return /^\d{1,9}$/.test(written) ? Number(written) : 0;
};

export function TokenForm({ onMade }: { readonly onMade: () => unknown }) {
  const { formatMessage } = useIntl();
  const [made, setMade] = useState<{ readonly name: string; readonly secret: string | null } | null>(null);
  const form = useForm({ initialValues: FIRST });
  const command = useCommand(CreateTokenDocument, {
    // Nothing of it stays in the cache.
    fetchPolicy: "no-cache",
    fields: ["name", "scopes", "expiresInDays", "dailyIncidents"],
    done: null,
    onDone: async ({ secret, token }) => {
      setMade({ name: token?.name ?? "", secret });
      form.reset();
      await onMade();
    },
  });
  const fields = useFormFields(command);
  const { values } = form;
  const make = (): void =>
    void command.sendKeyed({
      name: values.name,
      scopes: values.scopes.map((scope) => capitalNameOf(scope)),
      expiresInDays: Number(values.days),
      ...(movesIncidents(values.scopes) ? { dailyIncidents: countIn(values.daily) } : {}),
    });
  const chooseScopes = (scopes: Scope[]): void => {
    form.setFieldValue("scopes", scopes);
    if (!offeredLives(scopes).includes(Number(values.days))) form.setFieldValue("days", String(MOST_STAFF_DAYS));
  };
  const isOld = command.refusals.some(({ code }) => code === "REAUTHENTICATION_REQUIRED");
  return (
    <Card title={<FormattedMessage id="settings.tokens.new" />}>
      {made !== null && <Made {...made} times={command.timesDone} />}
      <form className={styles.form} noValidate onSubmit={form.onSubmit(make)}>
        <FormProblems command={command} fields={fields} />
        {isOld && (
          <div>
            <Button component="a" variant="default" href={loginAddress("/settings/tokens", { prompt: "login" })}>
              <FormattedMessage id="settings.tokens.signIn" />
            </Button>
          </div>
        )}
        <TextInput
          className={styles.narrow}
          maxLength={100}
          required
          label={formatMessage({ id: "settings.tokens.name" })}
          description={formatMessage({ id: "settings.tokens.name.hint" })}
          {...form.getInputProps("name")}
          {...fields.at("name")}
        />
        <ScopeChoices
          value={values.scopes}
          onChange={chooseScopes}
          error={fields.at("scopes").error}
          id={fields.at("scopes").id}
        />
        {movesIncidents(values.scopes) && (
          <TextInput
            className={styles.narrow}
            inputMode="numeric"
            required
            label={formatMessage({ id: "settings.tokens.daily" })}
            description={formatMessage({ id: "settings.tokens.daily.hint" })}
            {...form.getInputProps("daily")}
            {...fields.at("dailyIncidents")}
          />
        )}
        <NativeSelect
          className={styles.narrow}
          label={formatMessage({ id: "settings.tokens.life" })}
          data={offeredLives(values.scopes).map((days) => ({
            value: String(days),
            label: formatMessage({ id: "settings.tokens.days" }, { days }),
          }))}
          {...form.getInputProps("days")}
          {...fields.at("expiresInDays")}
        />
        <div>
          <Button type="submit" loading={command.isBusy}>
            <FormattedMessage id="settings.tokens.make" />
          </Button>
        </div>
      </form>
    </Card>
  );
}

interface MadeToken {
  readonly name: string;
  /** Null where the answer that told it was lost. */
  readonly secret: string | null;
  readonly times: number;
}

function Made({ name, secret, times }: MadeToken) {
  const { formatMessage } = useIntl();
  const title = formatMessage({ id: "settings.tokens.made" }, { name: visibleControls(name) });
  if (secret === null)
    return (
      <OutcomeNotice tone="soon" times={times} title={title}>
        <p>
          <FormattedMessage id="settings.tokens.lost" />
        </p>
      </OutcomeNotice>
    );
  return (
    <OutcomeNotice times={times} title={title}>
      <p>
        <FormattedMessage id="settings.tokens.once" />
      </p>
      <p className={styles.secret}>
        <span>{secret}</span>
        <CopyButton text={secret} what={formatMessage({ id: "settings.tokens.secret" })} />
      </p>
    </OutcomeNotice>
  );
}

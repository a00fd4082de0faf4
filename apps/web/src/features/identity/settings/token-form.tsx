/** A new token: a name, what it may do, how long it holds; then the token itself, this once (F74). */
import { capitalNameOf, type Scope, scopesFor } from "@accord/domain";
import { Button, Checkbox, NativeSelect, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useState } from "react";
import { FormattedMessage, useIntl } from "react-intl";
import { loginAddress } from "../../../lib/addresses";
import { FormProblems, useFormFields } from "../../../lib/commands/form-fields";
import { useCommand } from "../../../lib/commands/use-command";
import { useViewer } from "../../../lib/viewer";
import { Card } from "../../../ui/card";
import { CopyButton } from "../../../ui/copy-button";
import { OutcomeNotice } from "../../../ui/outcome-notice";
import { visibleControls } from "../../../ui/visible-controls";
import { CreateTokenDocument } from "./settings.generated";
import styles from "./settings.module.css";

const LIVES = [7, 30, 90, 365] as const;
const FIRST = { name: "", scopes: [] as Scope[], days: "90" };

/** Those that something asks for, and that the account can use. */
const offeredScopes = (canPurchase: boolean): readonly Scope[] =>
  scopesFor([]).filter((scope) => scope !== "webhooks:manage" && (canPurchase || scope !== "purchases:write"));

export function TokenForm({ onMade }: { readonly onMade: () => unknown }) {
  const { formatMessage } = useIntl();
  const { canPurchase } = useViewer();
  const [made, setMade] = useState<{ readonly name: string; readonly secret: string | null } | null>(null);
  const form = useForm({ initialValues: FIRST });
  const command = useCommand(CreateTokenDocument, {
    // Nothing of it stays in the cache.
    fetchPolicy: "no-cache",
    fields: ["name", "scopes", "expiresInDays"],
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
    });
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
        <Checkbox.Group
          label={formatMessage({ id: "settings.tokens.scopes" })}
          required
          {...form.getInputProps("scopes")}
          error={fields.at("scopes").error}
        >
          <div className={styles.scopes}>
            {offeredScopes(canPurchase).map((scope, place) => (
              <Checkbox
                key={scope}
                id={place === 0 ? fields.at("scopes").id : undefined}
                value={scope}
                label={formatMessage({ id: `settings.scope.${scope.replace(":", ".")}` })}
                description={scope}
              />
            ))}
          </div>
        </Checkbox.Group>
        <NativeSelect
          className={styles.narrow}
          label={formatMessage({ id: "settings.tokens.life" })}
          data={LIVES.map((days) => ({
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

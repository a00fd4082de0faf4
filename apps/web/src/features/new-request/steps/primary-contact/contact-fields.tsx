/** The details of one person an engineer may reach; the account's own name and address are not typed here (R53, R80). */
import type { ContactDetails } from "@accord/domain";
import { NativeSelect, TextInput } from "@mantine/core";
import { FormattedMessage, useIntl } from "react-intl";
import { fieldIdOf, useFlow } from "../../flow-context";
import classes from "./contact-fields.module.css";

interface Props {
  readonly path: readonly string[];
  readonly contact: ContactDetails;
  readonly onChange: (contact: ContactDetails) => void;
}

/** An entry nothing was typed into yet. */
export const NOBODY: ContactDetails = {
  givenName: "",
  familyName: "",
  email: "",
  phone: null,
  preferredContactMethod: "EMAIL",
  isSelf: false,
};

const NAMES = ["givenName", "familyName", "email"] as const;

export function ContactFields({ path, contact, onChange }: Props) {
  const { errorOf, start } = useFlow();
  const { formatMessage } = useIntl();
  // A sign-in without an address leaves it to be typed here.
  const isFixed = (name: (typeof NAMES)[number]): boolean =>
    contact.isSelf && (name !== "email" || start.viewer.account.email !== "");
  const field = (name: string) => {
    const id = fieldIdOf([...path, name]);
    return { id, error: errorOf(id), size: "md" } as const;
  };
  return (
    <div className={classes.fields}>
      {NAMES.map((name) => (
        <TextInput
          key={name}
          {...field(name)}
          type={name === "email" ? "email" : "text"}
          className={name === "email" ? classes.wide : undefined}
          label={<FormattedMessage id={`newRequest.contact.${name}`} />}
          description={
            isFixed(name) && name === "email" ? <FormattedMessage id="newRequest.contact.fromAccount" /> : undefined
          }
          inputWrapperOrder={["label", "input", "description", "error"]}
          autoComplete="off"
          readOnly={isFixed(name)}
          data-own={isFixed(name) || undefined}
          value={contact[name]}
          onChange={(event) => onChange({ ...contact, [name]: event.target.value })}
        />
      ))}
      <TextInput
        {...field("phone")}
        type="tel"
        label={<FormattedMessage id="newRequest.contact.phone" />}
        description={<FormattedMessage id="newRequest.contact.phone.hint" />}
        inputWrapperOrder={["label", "input", "description", "error"]}
        value={contact.phone ?? ""}
        onChange={(event) => onChange({ ...contact, phone: event.target.value || null })}
      />
      <NativeSelect
        {...field("preferredContactMethod")}
        label={<FormattedMessage id="newRequest.contact.method" />}
        data={(["EMAIL", "PHONE"] as const).map((value) => ({
          value,
          label: formatMessage({ id: `newRequest.method.${value}` }),
        }))}
        value={contact.preferredContactMethod}
        onChange={(event) =>
          onChange({ ...contact, preferredContactMethod: event.target.value === "PHONE" ? "PHONE" : "EMAIL" })
        }
      />
    </div>
  );
}

/** The details of one person an engineer may reach, in steps 3 and 4 alike: the address first; the account's own name and address are not typed here (R53, R80, R82). */
import { type ContactDetails, joinName } from "@accord/domain";
import { NativeSelect, TextInput } from "@mantine/core";
import { FormattedMessage, useIntl } from "react-intl";
import { Disclosure } from "../../../../ui/disclosure";
import { fieldIdOf, useFlow } from "../../flow-context";
import classes from "./contact-fields.module.css";

interface Props {
  readonly path: readonly string[];
  readonly contact: ContactDetails;
  readonly onChange: (contact: ContactDetails) => void;
  /** An address is enough: the rest is there for whoever wants it. */
  readonly isAddressEnough?: boolean;
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

type Name = "givenName" | "familyName" | "email";

function useField({ path, contact, onChange }: Props) {
  const { errorOf, start } = useFlow();
  // A sign-in without an address leaves it to be typed here.
  const isFixed = (name: Name): boolean => contact.isSelf && (name !== "email" || start.viewer.account.email !== "");
  const field = (name: string) => {
    const id = fieldIdOf([...path, name]);
    return { id, error: errorOf(id), size: "md" } as const;
  };
  const text = (name: Name) => ({
    ...field(name),
    type: name === "email" ? "email" : "text",
    label: <FormattedMessage id={`newRequest.contact.${name}`} />,
    autoComplete: "off",
    readOnly: isFixed(name),
    "data-own": isFixed(name) || undefined,
    value: contact[name],
    onChange: (event: { readonly target: { readonly value: string } }) =>
      onChange({ ...contact, [name]: event.target.value }),
  });
  return { field, text, isFixed };
}

function Address(props: Props) {
  const { text, isFixed } = useField(props);
  return (
    <TextInput
      {...text("email")}
      className={classes.wide}
      description={isFixed("email") ? <FormattedMessage id="newRequest.contact.fromAccount" /> : undefined}
      inputWrapperOrder={["label", "input", "description", "error"]}
    />
  );
}

function NameAndPhone(props: Props) {
  const { contact, onChange } = props;
  const { field, text } = useField(props);
  const { formatMessage } = useIntl();
  return (
    <>
      <TextInput {...text("givenName")} />
      <TextInput {...text("familyName")} />
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
    </>
  );
}

export function ContactFields(props: Props) {
  const { path, contact, isAddressEnough = false } = props;
  const { errorOf } = useFlow();
  const isWrong = ["givenName", "familyName", "phone"].some((name) => errorOf(fieldIdOf([...path, name])));
  if (!isAddressEnough)
    return (
      <div className={classes.fields}>
        <Address {...props} />
        <NameAndPhone {...props} />
      </div>
    );
  const name = joinName(contact);
  return (
    <div className={classes.short}>
      <Address {...props} />
      <Disclosure
        // What is to be mended is never folded away.
        key={String(isWrong)}
        isPlain
        isOpen={isWrong || undefined}
        summary={<FormattedMessage id="people.more" values={{ hasName: name === "" ? "no" : "yes", name }} />}
      >
        <div className={classes.fields}>
          <NameAndPhone {...props} />
        </div>
      </Disclosure>
    </div>
  );
}

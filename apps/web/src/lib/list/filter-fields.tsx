/** The fields of a filter: a text waits until typing pauses, a choice acts at once. */
import { NativeSelect, TextInput, type TextInputProps } from "@mantine/core";
import { useDebouncedCallback } from "@mantine/hooks";
import { useEffect, useState } from "react";
import { useIntl } from "react-intl";

interface TextProps extends Pick<TextInputProps, "className" | "label" | "leftSection" | "placeholder" | "type"> {
  /** What the list is asked for. */
  readonly asked: string;
  readonly onAsk: (text: string) => void;
}

export function FilterText({ asked, onAsk, type = "search", ...rest }: TextProps) {
  const [typed, setTyped] = useState(asked);
  const askLater = useDebouncedCallback(onAsk, 300);
  useEffect(() => setTyped((now) => (now.trim() === asked ? now : asked)), [asked]);
  return (
    <TextInput
      {...rest}
      type={type}
      maxLength={200}
      value={typed}
      onChange={(event) => {
        setTyped(event.currentTarget.value);
        askLater(event.currentTarget.value);
      }}
    />
  );
}

export interface Choice {
  readonly value: string;
  readonly label: string;
}

export interface ChoiceGroup {
  readonly label: string;
  readonly items: readonly Choice[];
}

interface ChoiceProps {
  readonly label: string;
  readonly asked: string;
  readonly onAsk: (value: string) => void;
  /** Beside the first, which takes the filter off. */
  readonly choices: readonly (Choice | ChoiceGroup)[];
}

export function FilterChoice({ label, asked, onAsk, choices }: ChoiceProps) {
  const { formatMessage } = useIntl();
  return (
    <NativeSelect
      label={label}
      value={asked}
      data={[
        { value: "", label: formatMessage({ id: "requests.filter.any" }) },
        ...choices.map((one) => ("items" in one ? { group: one.label, items: [...one.items] } : one)),
      ]}
      onChange={(event) => onAsk(event.currentTarget.value)}
    />
  );
}

/** A field of several lines: what is typed is kept by somebody (K12); what nobody can read of a pasted log is made readable at once, and said (K8). */
import { makeReadable } from "@accord/domain";
import { Textarea as Plain, type TextareaProps } from "@mantine/core";
import { type ChangeEvent, useState } from "react";
import { FormattedMessage } from "react-intl";
import type { KeptText } from "./kept/use-kept";

interface Props extends Omit<TextareaProps, "value" | "defaultValue" | "onChange"> {
  readonly text: KeptText;
}

export function Textarea({ text, ...props }: Props) {
  const [isMadeReadable, setMadeReadable] = useState(false);
  const change = ({ currentTarget: field }: ChangeEvent<HTMLTextAreaElement>): void => {
    const readable = makeReadable(field.value);
    if (readable !== field.value) {
      field.value = readable;
      setMadeReadable(true);
    } else if (readable === "") setMadeReadable(false);
    text.onChange(readable);
  };
  return (
    <>
      <Plain {...props} value={text.value} onChange={change} />
      {isMadeReadable && (
        <p role="status" data-quiet>
          <FormattedMessage id="ui.madeReadable" />
        </p>
      )}
    </>
  );
}

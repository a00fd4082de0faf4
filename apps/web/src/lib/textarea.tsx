/** A field of several lines: what nobody can read of a pasted log is made readable at once, and said (K8). */
import { makeReadable } from "@accord/domain";
import { Textarea as Plain, type TextareaProps } from "@mantine/core";
import { type ChangeEvent, useState } from "react";
import { FormattedMessage } from "react-intl";

export function Textarea({ onChange, ...props }: TextareaProps) {
  const [isMadeReadable, setMadeReadable] = useState(false);
  const change = (event: ChangeEvent<HTMLTextAreaElement>): void => {
    const field = event.currentTarget;
    const readable = makeReadable(field.value);
    if (readable !== field.value) {
      field.value = readable;
      setMadeReadable(true);
    } else if (readable === "") setMadeReadable(false);
    onChange?.(event);
  };
  return (
    <>
      <Plain {...props} onChange={change} />
      {isMadeReadable && (
        <p role="status" data-quiet>
          <FormattedMessage id="ui.madeReadable" />
        </p>
      )}
    </>
  );
}

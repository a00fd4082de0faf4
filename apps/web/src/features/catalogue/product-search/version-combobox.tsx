/** Type-ahead over products and versions: an editable combobox with a list box, all of it by keyboard (R60, F33). */
import { TextInput } from "@mantine/core";
import { IconSearch } from "@tabler/icons-react";
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from "react";
import { FormattedMessage } from "react-intl";
import classes from "./version-combobox.module.css";

export interface VersionOption {
  readonly id: string;
  readonly name: string;
  readonly detail: string;
}

interface Props {
  readonly id: string;
  /** Text in the field while nothing is being searched. */
  readonly chosenName: string;
  readonly options: readonly VersionOption[];
  readonly isSearching: boolean;
  readonly label: ReactNode;
  readonly description: ReactNode;
  readonly error: string | undefined;
  readonly placeholder: string;
  readonly onSearch: (text: string) => void;
  readonly onChoose: (id: string) => void;
}

export function VersionCombobox(props: Props) {
  const { id, chosenName, options, isSearching, onSearch, onChoose } = props;
  const [text, setText] = useState<string | null>(null);
  const [active, setActive] = useState(0);
  const [isOpen, setOpen] = useState(false);
  const listId = useId();
  const activeRow = useRef<HTMLDivElement>(null);
  const shown = Math.min(active, options.length - 1);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the row behind the reference changes with `shown`
  useEffect(() => {
    if (isOpen) activeRow.current?.scrollIntoView?.({ block: "nearest" });
  }, [isOpen, shown]);

  const close = (): void => {
    setOpen(false);
    setText(null);
  };
  const choose = (option: VersionOption | undefined): void => {
    if (!option) return;
    onChoose(option.id);
    close();
  };
  const open = (): void => {
    if (!isOpen) onSearch(text ?? "");
    setOpen(true);
  };
  const move = (by: number): void => {
    if (!isOpen) open();
    else if (options.length > 0) setActive((shown + by + options.length) % options.length);
  };
  const keys: Record<string, () => void> = {
    ArrowDown: () => move(1),
    ArrowUp: () => move(-1),
    Enter: () => isOpen && choose(options[shown]),
    Escape: close,
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const act = keys[event.key];
    if (!act || (event.key === "Escape" && !isOpen)) return;
    event.preventDefault();
    act();
  };

  return (
    <div className={classes.combobox}>
      <TextInput
        id={id}
        size="md"
        label={props.label}
        labelProps={{ id: `${id}-name` }}
        description={props.description}
        error={props.error}
        placeholder={props.placeholder}
        leftSection={<IconSearch size={18} aria-hidden />}
        inputWrapperOrder={["label", "description", "error", "input"]}
        role="combobox"
        autoComplete="off"
        spellCheck={false}
        aria-expanded={isOpen}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={isOpen && options[shown] ? `${listId}-${shown}` : undefined}
        value={text ?? chosenName}
        onChange={(event) => {
          setText(event.target.value);
          setActive(0);
          setOpen(true);
          onSearch(event.target.value);
        }}
        onClick={open}
        onKeyDown={onKeyDown}
        onBlur={close}
      />
      <div id={listId} role="listbox" className={classes.list} hidden={!isOpen} aria-labelledby={`${id}-name`}>
        {options.map((option, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are handled by the input, which keeps the focus
          <div
            key={option.id}
            id={`${listId}-${index}`}
            ref={index === shown ? activeRow : undefined}
            role="option"
            tabIndex={-1}
            aria-selected={index === shown}
            className={classes.option}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => choose(option)}
            onMouseMove={() => setActive(index)}
          >
            <span className={classes.name}>{option.name}</span>
            <span className={classes.detail}>{option.detail}</span>
          </div>
        ))}
        {options.length === 0 ? (
          <div role="option" tabIndex={-1} aria-selected={false} aria-disabled="true" className={classes.none}>
            <FormattedMessage id={isSearching ? "newRequest.product.searching" : "newRequest.product.none"} />
          </div>
        ) : null}
      </div>
    </div>
  );
}

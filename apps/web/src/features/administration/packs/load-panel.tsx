/** Loading a file: chosen or pasted, the day it shall hold from, what it would do, and only then the button that does it (F57, F58). */
import { Button, FileButton, TextInput } from "@mantine/core";
import { useId, useState } from "react";
import { FormattedMessage, useIntl } from "react-intl";
import { useFormatters } from "../../../lib/formatters";
import { useKept } from "../../../lib/kept/use-kept";
import { Textarea } from "../../../lib/textarea";
import { Card } from "../../../ui/card";
import { CommandProblem } from "../../../ui/command-problem";
import { ConfirmDialog } from "../../../ui/confirm-dialog";
import { OutcomeNotice } from "../../../ui/outcome-notice";
import type { PackKind } from "./pack-kinds";
import { PackPreview } from "./pack-preview";
import styles from "./packs.module.css";
import { MANY, usePack } from "./use-pack";

export function LoadPanel({ kind }: { readonly kind: PackKind }) {
  const { formatMessage } = useIntl();
  const format = useFormatters();
  const nameId = useId();
  const kept = useKept("pack", kind, { pasted: "", effectiveOn: "" });
  const { pasted, effectiveOn } = kept.typed;
  const work = usePack(kind, kept.forget);
  // A file stays out of the field: a browser takes half a minute to lay out a catalogue in it.
  const [chosen, setChosen] = useState<File | null>(null);
  const [isSure, setSure] = useState(false);
  const choose = (next: typeof chosen): void => {
    setChosen(next);
    work.forget();
  };
  const { preview, loaded } = work;
  const file = { content: chosen ?? pasted, effectiveOn };
  return (
    <>
      <Card title={<FormattedMessage id="packs.load.title" />}>
        <form
          className={styles.form}
          onSubmit={(event) => {
            event.preventDefault();
            void work.look(file);
          }}
        >
          <div className={styles.choose}>
            <FileButton onChange={(one) => one !== null && choose(one)} accept=".json,.csv,.tsv,.txt,.xlsx">
              {(props) => (
                <Button variant="default" {...props} aria-describedby={nameId}>
                  <FormattedMessage id="packs.load.choose" />
                </Button>
              )}
            </FileButton>
            <span id={nameId} className={styles.quiet}>
              {chosen?.name ?? <FormattedMessage id="packs.load.orPaste" />}
            </span>
            {chosen !== null && (
              <Button variant="subtle" size="compact-sm" onClick={() => choose(null)}>
                <FormattedMessage id="packs.load.paste" />
              </Button>
            )}
          </div>
          {chosen === null && (
            <Textarea
              label={formatMessage({ id: "packs.load.text" })}
              classNames={{ input: styles.text ?? "" }}
              rows={8}
              wrap="off"
              spellCheck={false}
              text={kept.field("pasted", work.forget)}
            />
          )}
          <TextInput
            type="date"
            label={formatMessage({ id: "packs.load.effectiveOn" })}
            description={formatMessage({ id: "packs.load.effectiveOn.about" })}
            className={styles.day ?? ""}
            value={effectiveOn}
            onChange={(event) => {
              kept.change({ effectiveOn: event.currentTarget.value });
              work.forget();
            }}
          />
          <div className={styles.links}>
            <Button type="submit" loading={work.isBusy} disabled={chosen === null && pasted.trim() === ""}>
              <FormattedMessage id="packs.load.look" />
            </Button>
          </div>
        </form>
      </Card>
      <CommandProblem command={work} />
      {loaded !== null && (
        <OutcomeNotice
          times={work.timesLoaded}
          title={
            <FormattedMessage
              id={loaded.state === "PLANNED" ? "packs.load.planned" : "packs.load.done"}
              values={{ version: loaded.version, day: format.day(loaded.effectiveOn) }}
            />
          }
        />
      )}
      {preview !== null && (
        <PackPreview
          preview={preview}
          isBusy={work.isBusy}
          onMore={() => void work.look(file, MANY)}
          onLoad={() => setSure(true)}
        />
      )}
      <ConfirmDialog
        isOpen={isSure && preview !== null}
        title={formatMessage({ id: "packs.load.sure" })}
        verb={formatMessage({ id: "packs.load.verb" })}
        isBusy={work.isBusy}
        onClose={() => setSure(false)}
        onConfirm={() => void work.load().then(() => setSure(false))}
      >
        <p>
          <FormattedMessage
            id="packs.load.sure.text"
            values={{
              day: preview?.effectiveOn ? format.day(preview.effectiveOn) : "",
              changes: preview?.changes.totalCount ?? 0,
              plans: preview?.plans.totalCount ?? 0,
              drafts: preview?.drafts.totalCount ?? 0,
            }}
          />
        </p>
      </ConfirmDialog>
    </>
  );
}

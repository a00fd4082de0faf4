/** Loading a file: chosen or pasted, the day it shall hold from, what it would do, and only then the button that does it (F57, F58). */
import { Button, FileButton, Textarea, TextInput } from "@mantine/core";
import { useId, useState } from "react";
import { FormattedMessage, useIntl } from "react-intl";
import { useFormatters } from "../../../lib/formatters";
import { Card } from "../../../ui/card";
import { ConfirmDialog } from "../../../ui/confirm-dialog";
import { Notice } from "../../../ui/notice";
import type { PackKind } from "./pack-kinds";
import { PackPreview } from "./pack-preview";
import styles from "./packs.module.css";
import { MANY, usePack } from "./use-pack";

export function LoadPanel({ kind }: { readonly kind: PackKind }) {
  const { formatMessage } = useIntl();
  const format = useFormatters();
  const nameId = useId();
  const work = usePack(kind);
  const [text, setText] = useState("");
  const [fileName, setFileName] = useState<string | null>(null);
  const [effectiveOn, setEffectiveOn] = useState("");
  const [isSure, setSure] = useState(false);
  const change = (next: string, name: string | null): void => {
    setText(next);
    setFileName(name);
    work.forget();
  };
  const { preview, loaded, problem } = work;
  const file = { text, effectiveOn };
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
            <FileButton
              onChange={(chosen) => void chosen?.text().then((content) => change(content, chosen.name))}
              accept=".json,.csv,application/json,text/csv"
            >
              {(props) => (
                <Button variant="default" {...props} aria-describedby={nameId}>
                  <FormattedMessage id="packs.load.choose" />
                </Button>
              )}
            </FileButton>
            <span id={nameId} className={styles.quiet}>
              {fileName ?? <FormattedMessage id="packs.load.orPaste" />}
            </span>
          </div>
          <Textarea
            label={formatMessage({ id: "packs.load.text" })}
            classNames={{ input: styles.text ?? "" }}
            rows={8}
            spellCheck={false}
            value={text}
            onChange={(event) => change(event.currentTarget.value, null)}
          />
          <TextInput
            type="date"
            label={formatMessage({ id: "packs.load.effectiveOn" })}
            description={formatMessage({ id: "packs.load.effectiveOn.about" })}
            className={styles.day ?? ""}
            value={effectiveOn}
            onChange={(event) => {
              setEffectiveOn(event.currentTarget.value);
              work.forget();
            }}
          />
          <div className={styles.links}>
            <Button type="submit" loading={work.isBusy} disabled={text.trim() === ""}>
              <FormattedMessage id="packs.load.look" />
            </Button>
          </div>
        </form>
      </Card>
      {problem !== null && (
        <Notice tone="loss" title={problem.message} code={problem.code}>
          <p>{problem.remedy}</p>
        </Notice>
      )}
      {loaded !== null && (
        <Notice
          tone="good"
          isLive
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

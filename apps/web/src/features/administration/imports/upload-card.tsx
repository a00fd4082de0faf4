/** A file chosen and sent; its rows are judged before anything becomes an agreement (F56, F77). */
import { IMPORT_COLUMNS } from "@accord/domain";
import { Button } from "@mantine/core";
import { IconUpload } from "@tabler/icons-react";
import { type FormEvent, useState } from "react";
import { FormattedMessage } from "react-intl";
import { useNavigate } from "react-router";
import { useLanguage } from "../../../lib/language";
import { type RefusalText, useRefusalText } from "../../../lib/refusal-text";
import { Card } from "../../../ui/card";
import { Notice } from "../../../ui/notice";
import { visibleControls } from "../../../ui/visible-controls";
import styles from "../administration.module.css";
import own from "./imports.module.css";
import { sendFile } from "./send-file";

export function UploadCard() {
  const navigate = useNavigate();
  const { language } = useLanguage();
  const refusalText = useRefusalText();
  const [file, setFile] = useState<File | null>(null);
  const [problem, setProblem] = useState<RefusalText | null>(null);
  const [isBusy, setBusy] = useState(false);
  const send = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (file === null) return;
    setBusy(true);
    setProblem(null);
    try {
      const sent = await sendFile(file, language);
      if ("importId" in sent) return await navigate(`/administration/imports/${sent.importId}`);
      setProblem(sent.problem ?? refusalText(new Error("the file was not taken")));
    } catch (error) {
      setProblem(refusalText(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <Card title={<FormattedMessage id="imports.new" />}>
      <form className={styles.form} onSubmit={(event) => void send(event)}>
        <p className={styles.quiet}>
          <FormattedMessage id="imports.new.text" />
        </p>
        <p className={own.columns}>{IMPORT_COLUMNS.join(", ")}</p>
        {problem !== null && (
          <Notice tone="loss" title={problem.message} requestId={problem.requestId}>
            <p>{problem.remedy}</p>
          </Notice>
        )}
        <div className={styles.row}>
          <label className={own.file}>
            <FormattedMessage id="imports.file" />
            <input
              className="only-for-readers"
              type="file"
              accept=".csv,.tsv,.txt,.xlsx,.json"
              onChange={(event) => setFile(event.currentTarget.files?.[0] ?? null)}
            />
          </label>
          <span className={styles.quiet}>
            {file === null ? <FormattedMessage id="imports.file.none" /> : visibleControls(file.name)}
          </span>
        </div>
        <div>
          <Button
            type="submit"
            loading={isBusy}
            disabled={file === null}
            leftSection={<IconUpload size={18} aria-hidden />}
          >
            <FormattedMessage id="imports.check" />
          </Button>
        </div>
      </form>
    </Card>
  );
}

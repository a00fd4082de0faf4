/** What is kept of the person: fetched by themselves, and what an erasure takes and leaves (F83). */
import { Button } from "@mantine/core";
import { FormattedMessage, useIntl } from "react-intl";
import { useSearchParams } from "react-router";
import { Card } from "../../../ui/card";
import { LinkButton } from "../../../ui/link-button";
import { Notice } from "../../../ui/notice";
import { Page } from "../../../ui/page";
import styles from "./settings.module.css";
import { SettingsTabs } from "./settings-tabs";

export default function DataPage() {
  const { formatMessage } = useIntl();
  const [params] = useSearchParams();
  return (
    <Page isText title={formatMessage({ id: "settings.data" })} lead={<FormattedMessage id="settings.data.lead" />}>
      <SettingsTabs />
      <Card title={<FormattedMessage id="settings.data.export" />}>
        <div className={styles.form}>
          <p className={styles.text}>
            <FormattedMessage id="settings.data.export.text" />
          </p>
          {params.get("fetched") === "often" && (
            <Notice tone="soon" title={<FormattedMessage id="settings.data.export.often" />} />
          )}
          {params.get("signedIn") === "again" ? (
            <Notice tone="soon" title={<FormattedMessage id="settings.data.export.again" />} />
          ) : (
            <p className={styles.quiet}>
              <FormattedMessage id="settings.data.export.fresh" />
            </p>
          )}
          <div>
            {/* The server sends whoever signed in long ago to the sign-in, and back to this page. */}
            <Button component="a" href="/account/export.zip">
              <FormattedMessage id="settings.data.export.fetch" />
            </Button>
          </div>
        </div>
      </Card>
      <Card title={<FormattedMessage id="settings.data.erase" />}>
        <div className={styles.form}>
          {(["text", "goes", "stays", "hold"] as const).map((part) => (
            <p key={part} className={styles.text}>
              <FormattedMessage id={`settings.data.erase.${part}`} />
            </p>
          ))}
          <div>
            <LinkButton to="/ask" variant="default">
              <FormattedMessage id="settings.data.erase.ask" />
            </LinkButton>
          </div>
        </div>
      </Card>
    </Page>
  );
}

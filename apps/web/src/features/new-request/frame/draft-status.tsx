/** "Saved": what became of what was typed, always in the same place; says so when the server is out of reach (S11, P4). */
import { Button } from "@mantine/core";
import { IconAlertTriangle, IconCloudCheck, IconCloudUp } from "@tabler/icons-react";
import { FormattedMessage, useIntl } from "react-intl";
import { useLocation } from "react-router";
import { currentPath, loginAddress } from "../../../lib/addresses";
import { Notice } from "../../../ui/notice";
import type { DraftSnapshot } from "../draft/draft-session";
import classes from "./draft-status.module.css";

/** One quiet line; changes are not announced, they would interrupt typing. */
export function DraftStatus({ snapshot }: { readonly snapshot: DraftSnapshot }) {
  const intl = useIntl();
  const { state, updatedAt } = snapshot;
  const isTroubled = !["saved", "pending", "saving"].includes(state);
  const Icon = isTroubled ? IconAlertTriangle : state === "saved" ? IconCloudCheck : IconCloudUp;
  return (
    <span className={classes.status} data-state={state} data-troubled={isTroubled || undefined}>
      <Icon size={18} aria-hidden />
      <FormattedMessage id={`newRequest.saved.${state}`} values={{ time: intl.formatTime(updatedAt) }} />
    </span>
  );
}

/** What has to be known before typing on: no connection, no session, no draft. */
export function DraftTrouble({
  snapshot,
  onKeepAsNew,
}: {
  readonly snapshot: DraftSnapshot;
  readonly onKeepAsNew: () => void;
}) {
  const location = useLocation();
  switch (snapshot.state) {
    case "offline":
      // Without any network the portal says so itself, above every page.
      if (!navigator.onLine) return null;
      return (
        <Notice tone="soon" isLive title={<FormattedMessage id="newRequest.offline.title" />}>
          <p>
            <FormattedMessage id="newRequest.offline.text" />
          </p>
        </Notice>
      );
    case "signed-out":
      return (
        <Notice tone="soon" isLive title={<FormattedMessage id="newRequest.signedOut.title" />}>
          <p>
            <FormattedMessage id="newRequest.signedOut.text" />
          </p>
          <Button component="a" href={loginAddress(currentPath(location))} size="compact-md">
            <FormattedMessage id="newRequest.signedOut.action" />
          </Button>
        </Notice>
      );
    case "gone":
      return (
        <Notice tone="soon" isLive title={<FormattedMessage id="newRequest.gone.title" />}>
          <p>
            <FormattedMessage id="newRequest.gone.text" />
          </p>
          <Button variant="default" size="compact-md" onClick={onKeepAsNew}>
            <FormattedMessage id="newRequest.gone.action" />
          </Button>
        </Notice>
      );
    case "refused":
      return <Notice tone="loss" title={snapshot.refusal} />;
    default:
      return null;
  }
}

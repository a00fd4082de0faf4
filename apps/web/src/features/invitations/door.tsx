/** A page with one question and one button, for who came by a link: which account is signed in, and how to take another. */

import type { ReactNode } from "react";
import { FormattedMessage } from "react-intl";
import { useLocation } from "react-router";
import { currentPath, loginAddress } from "../../lib/addresses";
import { useViewer } from "../../lib/viewer";
import { Card } from "../../ui/card";
import { CommandProblem } from "../../ui/command-problem";
import { Page } from "../../ui/page";
import type { ShownCommand } from "../../ui/shown-command";
import { visibleControls } from "../../ui/visible-controls";
import styles from "./invitations.module.css";

interface Props {
  readonly title: string;
  readonly lead: ReactNode;
  readonly command: ShownCommand;
  /** After a refusal: what else can be done. */
  readonly way?: ReactNode;
  readonly children: ReactNode;
}

export function Door({ title, lead, command, way, children }: Props) {
  const location = useLocation();
  const { account } = useViewer();
  return (
    <Page isText title={title} lead={lead}>
      <CommandProblem command={command}>{way}</CommandProblem>
      <Card>
        <p className={styles.account}>
          <span className={styles.quiet}>
            <FormattedMessage id="invitations.account" />
          </span>
          <strong>{visibleControls(account.email)}</strong>
          <span className={styles.quiet}>
            <FormattedMessage id={`account.kind.${account.kind}`} />
          </span>
        </p>
        <div className={styles.row}>{children}</div>
        <p>
          <a href={loginAddress(currentPath(location), { prompt: "select_account" })}>
            <FormattedMessage id="invitations.otherAccount" />
          </a>
        </p>
      </Card>
    </Page>
  );
}

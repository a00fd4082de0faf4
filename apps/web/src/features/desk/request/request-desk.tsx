/** The engineer's side of a request: the conversation with notes, its files and contacts, the facts and the plan behind it (F42, F52, F53, E10). */

import { useMediaQuery } from "@mantine/hooks";
import { useMemo, useState } from "react";
import { FormattedMessage, useIntl } from "react-intl";
import { askAgain } from "../../../lib/ask-again";
import { failureOf } from "../../../lib/failure";
import { LANGUAGE_OF_CODE } from "../../../lib/language";
import { useRefusalText } from "../../../lib/refusal-text";
import { Disclosure } from "../../../ui/disclosure";
import { FailureNotice } from "../../../ui/failure-notice";
import { RowSkeletons } from "../../../ui/skeletons";
import { TabLinks } from "../../../ui/tabs";
import {
  AttachmentsTab,
  Banners,
  type ComposerProps,
  ContactsTab,
  ConversationTab,
  IsDeskContext,
  type RequestTab,
  useRequestTab,
} from "../../requests";
import { HandOver } from "../hand-over";
import type { Item } from "../queue-item";
import styles from "./desk.module.css";
import { DeskComposer } from "./desk-composer";
import { DeskHead } from "./desk-head";
import { DeskSide } from "./desk-side";
import { LateNotice } from "./late-notice";
import { SeverityAsked } from "./severity-asked";
import { type DeskRequest, useDeskRequest } from "./use-desk-request";

interface Props {
  /** As the queue knows it. */
  readonly item: Item;
  /** The queue may have changed. */
  readonly onChange: () => void;
}

export default function RequestDesk({ item, onChange }: Props) {
  const refusalText = useRefusalText();
  const { data, error, refetch } = useDeskRequest(item.id);
  if (data !== undefined)
    return (
      <IsDeskContext value={true}>
        <LoadedDesk item={item} request={data.request} onGiven={onChange} onChange={() => void askAgain(refetch)} />
      </IsDeskContext>
    );
  // Given away a moment ago: the queue knows, and shows it otherwise.
  if (error === undefined || failureOf(error).code === "NOT_FOUND") return <RowSkeletons count={4} />;
  return <FailureNotice text={refusalText(error)} onRetry={() => void refetch()} />;
}

interface LoadedProps extends Props {
  readonly request: DeskRequest;
  readonly onGiven: () => void;
}

function LoadedDesk({ item, request, onGiven, onChange }: LoadedProps) {
  const { formatMessage } = useIntl();
  const { current, addressOf } = useRequestTab();
  const isNarrow = useMediaQuery("(max-width: 79.99em)", false, { getInitialValueInEffect: false });
  // Kept here, so that turning a tablet does not fold what was unfolded.
  const [isWhyOpen, setWhyOpen] = useState(false);
  const { title } = request;
  const productVersionId = request.productVersion.id;
  const categoryId = request.category.id;
  const problemId = request.problem.id;
  const language = item.language && LANGUAGE_OF_CODE[item.language];
  const Write = useMemo(
    () =>
      function Write(props: ComposerProps) {
        const about = { title, productVersionId, categoryId, problemId };
        return <DeskComposer {...props} about={about} language={language} />;
      },
    [language, title, productVersionId, categoryId, problemId],
  );
  const side = (
    <DeskSide request={request} routing={item.routing} isWhyOpen={isWhyOpen} onWhy={setWhyOpen} onDone={onChange} />
  );
  const counts = { attachments: request.attachments.length, contacts: 1 + request.additionalContacts.length };
  const tab = (key: RequestTab, count?: number) => ({
    key,
    label: <FormattedMessage id={`conversation.tab.${key}`} values={{ count }} />,
    to: addressOf(key),
    isCurrent: key === current,
  });
  return (
    <div className={styles.desk}>
      <section className={styles.main} aria-label={formatMessage({ id: "desk.request" }, { number: request.number })}>
        <DeskHead
          request={request}
          handOver={
            item.status !== "CLOSED" && (
              <HandOver requestId={item.id} isOwner engineerId={item.engineer?.id ?? null} onDone={onGiven} />
            )
          }
          onDone={onChange}
        />
        <LateNotice firstResponse={request.firstResponse} status={request.status} />
        <SeverityAsked request={request} onDone={onChange} />
        <Banners request={request} />
        {isNarrow && <Disclosure summary={<FormattedMessage id="desk.facts" />}>{side}</Disclosure>}
        <TabLinks
          label={formatMessage({ id: "requests.views.one" })}
          tabs={[tab("conversation"), tab("attachments", counts.attachments), tab("contacts", counts.contacts)]}
        />
        {current === "conversation" && <ConversationTab request={request} Write={Write} />}
        {current === "attachments" && <AttachmentsTab request={request} />}
        {current === "contacts" && <ContactsTab request={request} />}
      </section>
      {!isNarrow && (
        <aside className={styles.side} aria-label={formatMessage({ id: "desk.facts" })}>
          {side}
        </aside>
      )}
    </div>
  );
}

/** Open requests on the same problem that the person sees already: going on there uses no incident (F40). */
import { useQuery } from "@apollo/client/react";
import { Button } from "@mantine/core";
import { useEffect, useId, useState } from "react";
import { FormattedMessage, useIntl } from "react-intl";
import { Link } from "react-router";
import { KEEPS_PAGE } from "../../../../../lib/client";
import { useFormatters } from "../../../../../lib/formatters";
import { visibleControls } from "../../../../../ui/visible-controls";
import { useFlow } from "../../../flow-context";
import offered from "../offered-card.module.css";
import { JoinDialog, type OpenRequest } from "./join-dialog";
import { OpenAlreadyDocument } from "./open-already.generated";
import classes from "./open-already.module.css";

export function OpenAlready() {
  const { content } = useFlow();
  const { productId, categoryId, problemId } = content;
  const isChosen = productId !== null && categoryId !== null && problemId !== null;
  // Without an answer nothing is offered: the request goes on without it.
  const { data } = useQuery(OpenAlreadyDocument, {
    variables: { filter: { isOpen: true, productId, categoryId, problemId } },
    skip: !isChosen,
    fetchPolicy: "cache-and-network",
    context: KEEPS_PAGE,
  });
  const found = isChosen ? data?.myRequests : undefined;
  const count = found?.totalCount ?? 0;
  useToldWhenFound(count);
  return found !== undefined && count > 0 ? <Found requests={found.nodes} count={count} /> : null;
}

/** What appears below a choice is told to who cannot see it appear. */
function useToldWhenFound(count: number): void {
  const { announce } = useFlow();
  const { formatMessage } = useIntl();
  useEffect(() => {
    if (count > 0) announce(formatMessage({ id: "newRequest.already.title" }, { count }));
  }, [count, announce, formatMessage]);
}

function Found({ requests, count }: { readonly requests: readonly OpenRequest[]; readonly count: number }) {
  const title = useId();
  const [joined, setJoined] = useState<OpenRequest | null>(null);
  return (
    <section className={offered.card} aria-labelledby={title}>
      <h3 id={title} className={offered.title}>
        <FormattedMessage id="newRequest.already.title" values={{ count }} />
      </h3>
      <p>
        <FormattedMessage id="newRequest.already.text" values={{ count }} />
      </p>
      <ul className={classes.list}>
        {requests.map((request) => (
          <Row key={request.id} request={request} onJoin={() => setJoined(request)} />
        ))}
      </ul>
      <p className={classes.quiet}>
        <Link to="/ask-access">
          <FormattedMessage id="newRequest.already.colleague" />
        </Link>
      </p>
      <JoinDialog request={joined} onClose={() => setJoined(null)} />
    </section>
  );
}

function Row({ request, onJoin }: { readonly request: OpenRequest; readonly onJoin: () => void }) {
  const format = useFormatters();
  const { formatMessage } = useIntl();
  const { number, title, status, createdAt, engineer } = request;
  const name = visibleControls(title);
  return (
    <li className={classes.row}>
      <span className={classes.facts}>
        <strong>{name}</strong>
        <span className={classes.quiet}>
          {number} · <FormattedMessage id={`requests.status.${status}`} /> ·{" "}
          <FormattedMessage id="newRequest.already.since" values={{ at: format.stamp(createdAt) }} /> ·{" "}
          {engineer === null ? (
            <FormattedMessage id="newRequest.already.nobody" />
          ) : (
            <FormattedMessage id="newRequest.already.owner" values={{ name: visibleControls(engineer.name) }} />
          )}
        </span>
      </span>
      <Button
        variant="default"
        size="compact-md"
        aria-label={formatMessage({ id: "newRequest.already.join.of" }, { title: name })}
        onClick={onJoin}
      >
        <FormattedMessage id="newRequest.already.join" />
      </Button>
    </li>
  );
}

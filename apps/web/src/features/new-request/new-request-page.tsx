/** The page of the six steps: starts or resumes a draft, opens it at its step, shows the confirmation (R57, R58, F31, F32). */
import { useApolloClient, useQuery } from "@apollo/client/react";
import { useEffect, useRef, useState } from "react";
import { useIntl } from "react-intl";
import { Navigate, useLocation, useNavigate, useParams, useSearchParams } from "react-router";
import { failureOf } from "../../lib/failure";
import { useRefusalText } from "../../lib/refusal-text";
import { useViewer } from "../../lib/viewer";
import { FailureNotice } from "../../ui/failure-notice";
import { Page } from "../../ui/page";
import { CardSkeletons } from "../../ui/skeletons";
import { beginDraft } from "./begin-draft";
import { storedDraftOf } from "./draft/draft-content";
import { Flow } from "./flow";
import { STEP_SLUGS } from "./flow-rules";
import { MissingDraft } from "./missing-draft";
import { FlowDraftDocument, FlowStartDocument, type FlowStartQuery } from "./new-request-page.generated";
import { ConfirmationPage } from "./steps/confirmation/confirmation-page";
import { readConfirmation } from "./steps/confirmation/kept-confirmation";

function Waiting() {
  const { formatMessage } = useIntl();
  return (
    <Page title={formatMessage({ id: "newRequest.heading" })}>
      <CardSkeletons count={4} />
    </Page>
  );
}

/** /requests/new: the newest draft goes on; without one, or when asked for a fresh one or for one about a version, a new draft begins. */
function Begin({ start }: { readonly start: FlowStartQuery }) {
  const client = useApolloClient();
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const refusalText = useRefusalText();
  const [failure, setFailure] = useState<unknown>(null);
  const [attempt, setAttempt] = useState(0);
  const begun = useRef(-1);
  const isFresh = search.has("fresh");
  const versionId = search.get("version");
  const first = search.get("with");
  useEffect(() => {
    if (begun.current === attempt) return;
    begun.current = attempt;
    beginDraft(client, start, { isFresh, versionId })
      .then((begun) => {
        if ("refusal" in begun) return setFailure(begun.refusal);
        const state = begun.isResumed ? { resumed: true } : first === null ? null : { with: first };
        return navigate(`/requests/new/${begun.id}`, { replace: true, state });
      })
      .catch(setFailure);
  }, [client, start, isFresh, versionId, first, navigate, attempt]);
  if (!failure) return <Waiting />;
  const again = (): void => {
    setFailure(null);
    setAttempt((before) => before + 1);
  };
  return <FailureNotice text={refusalText(failure)} onRetry={again} />;
}

/** /requests/new/:draftId(/:step): the stored draft, judged and open. */
function Resume({
  start,
  draftId,
  slug,
}: {
  readonly start: FlowStartQuery;
  readonly draftId: string;
  readonly slug: string | undefined;
}) {
  const refusalText = useRefusalText();
  const { data, error, refetch } = useQuery(FlowDraftDocument, {
    variables: { id: draftId },
    fetchPolicy: "network-only",
    nextFetchPolicy: "cache-first",
  });
  if (data) return <Flow key={draftId} start={start} draft={storedDraftOf(data.draft)} slug={slug} />;
  if (!error) return <Waiting />;
  if (failureOf(error).code === "NOT_FOUND") return <MissingDraft />;
  return <FailureNotice text={refusalText(error)} onRetry={() => void refetch()} />;
}

export default function NewRequestPage() {
  const { draftId, step } = useParams();
  const { account } = useViewer();
  const { state } = useLocation();
  const refusalText = useRefusalText();
  const { data: start, error, refetch } = useQuery(FlowStartDocument);
  const isConfirmed = step === STEP_SLUGS.CONFIRMATION;
  const kept = draftId ? readConfirmation(draftId, account.id, isConfirmed ? state : null) : null;
  // Back from the confirmation, or an old address of a step: the request exists, and its draft does not.
  if (kept && !isConfirmed) return <Navigate replace to={`/requests/new/${draftId}/${STEP_SLUGS.CONFIRMATION}`} />;
  if (kept) return <ConfirmationPage {...kept} />;
  if (!start) return error ? <FailureNotice text={refusalText(error)} onRetry={() => void refetch()} /> : <Waiting />;
  return draftId ? <Resume start={start} draftId={draftId} slug={step} /> : <Begin start={start} />;
}

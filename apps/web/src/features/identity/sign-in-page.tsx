/** The door: what this portal is, which accounts it takes (R48, R49), and why a sign-in did not succeed. */
import { useQuery } from "@apollo/client/react";
import { Button } from "@mantine/core";
import { IconBriefcase, IconHeartHandshake, IconUser } from "@tabler/icons-react";
import { FormattedMessage, useIntl } from "react-intl";
import { Link, Navigate, useSearchParams } from "react-router";
import { loginAddress, safeReturnTo } from "../../lib/addresses";
import { KEEPS_PAGE } from "../../lib/client";
import { ViewerDocument } from "../../lib/viewer.generated";
import { Mark } from "../../ui/mark";
import { Notice } from "../../ui/notice";
import { Page } from "../../ui/page";
import styles from "./sign-in-page.module.css";

/** Problems with a sentence of their own; the server and the guard name them in the address. */
const PROBLEMS: ReadonlySet<string> = new Set(["expired", "cancelled", "refused", "unreachable", "session-ended"]);

const KINDS = [
  { kind: "personal", Icon: IconUser },
  { kind: "work", Icon: IconBriefcase },
  { kind: "partner", Icon: IconHeartHandshake },
] as const;

export default function SignInPage() {
  const { formatMessage } = useIntl();
  const [search] = useSearchParams();
  const { data } = useQuery(ViewerDocument, { context: KEEPS_PAGE });
  const returnTo = safeReturnTo(search.get("returnTo"));
  const problem = search.get("problem");
  if (data !== undefined && problem === null) return <Navigate to={returnTo} replace />;
  return (
    <div className={styles.door}>
      <div className={styles.mark}>
        <Mark size={56} />
      </div>
      <Page title={formatMessage({ id: "signIn.title" })} isText lead={<FormattedMessage id="signIn.lead" />}>
        {problem !== null && (
          <Notice
            tone={problem === "session-ended" || problem === "cancelled" ? "soon" : "loss"}
            isLive
            title={<FormattedMessage id={`signIn.problem.${PROBLEMS.has(problem) ? problem : "failed"}`} />}
          >
            <p>
              <FormattedMessage id={`signIn.problem.${PROBLEMS.has(problem) ? problem : "failed"}.remedy`} />
            </p>
          </Notice>
        )}
        <div className={styles.action}>
          <Button component="a" href={loginAddress(returnTo)} size="lg">
            <FormattedMessage id="signIn.button" />
          </Button>
          <p className={styles.hint}>
            <FormattedMessage id="signIn.either" />
          </p>
        </div>
        <section aria-labelledby="which-account" className={styles.which}>
          <h2 id="which-account">
            <FormattedMessage id="signIn.which" />
          </h2>
          <ul className={styles.kinds}>
            {KINDS.map(({ kind, Icon }) => (
              <li key={kind}>
                <Icon size={24} aria-hidden />
                <div>
                  <strong>
                    <FormattedMessage id={`signIn.kind.${kind}`} />
                  </strong>
                  <p>
                    <FormattedMessage id={`signIn.kind.${kind}.text`} />
                  </p>
                </div>
              </li>
            ))}
          </ul>
          <p>
            <Link to="/help">
              <FormattedMessage id="signIn.help" />
            </Link>
          </p>
        </section>
      </Page>
    </div>
  );
}

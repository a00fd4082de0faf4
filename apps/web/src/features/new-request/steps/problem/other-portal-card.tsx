/** A product of another portal: where to go, how to sign in there and which pair to take, before anything is typed (R20-R30). */
import { useQuery } from "@apollo/client/react";
import { Button } from "@mantine/core";
import { IconExternalLink } from "@tabler/icons-react";
import { FormattedMessage } from "react-intl";
import { Link } from "react-router";
import { useFormatters } from "../../../../lib/formatters";
import { Facts } from "../../../../ui/facts";
import { Notice } from "../../../../ui/notice";
import { useFlow } from "../../flow-context";
import type { ChosenProductQuery } from "./form.generated";
import { PairsForPortalDocument } from "./other-portal-card.generated";
import classes from "./other-portal-card.module.css";

interface Props {
  readonly product: ChosenProductQuery["product"];
}

/** My own plans whose ID pair is good for this product there. */
function PairsToTake({ productVersionId }: { readonly productVersionId: string }) {
  const format = useFormatters();
  const { data } = useQuery(PairsForPortalDocument, { variables: { productVersionId } });
  if (!data) return null;
  if (data.availablePlans.length === 0) return <FormattedMessage id="newRequest.elsewhere.noPair" />;
  return (
    <ul className={classes.pairs}>
      {data.availablePlans.map(({ plan }) => (
        <li key={plan.id}>
          <Link to={`/plans/${plan.id}`}>{plan.programme.name}</Link>{" "}
          <FormattedMessage
            id="newRequest.elsewhere.pair"
            values={{
              ending: plan.agreementIdEnding ?? "",
              hasEnding: plan.agreementIdEnding ? "yes" : "no",
              on: format.day(plan.endsOn),
            }}
          />
        </li>
      ))}
    </ul>
  );
}

export function OtherPortalCard({ product }: Props) {
  const { content } = useFlow();
  const { portal } = product;
  const needsPair = portal.pairNeeded === "ALWAYS_FOR_AGREEMENTS";
  return (
    <div id="flow-portal" tabIndex={-1} className={classes.card}>
      <Notice
        tone="info"
        isLive
        title={
          <FormattedMessage id="newRequest.elsewhere.title" values={{ product: product.name, portal: portal.name }} />
        }
      >
        <p>
          <FormattedMessage id="newRequest.elsewhere.text" />
        </p>
        <Facts
          isWide
          facts={[
            { key: "signIn", name: <FormattedMessage id="newRequest.elsewhere.signIn" />, value: portal.signIn },
            {
              key: "pair",
              name: <FormattedMessage id="newRequest.elsewhere.pairNeeded" />,
              value: (
                <FormattedMessage
                  id={`newRequest.elsewhere.pairNeeded.${needsPair ? "yes" : "no"}`}
                  values={{
                    alternative: portal.pairAlternative ?? "",
                    hasAlternative: portal.pairAlternative ? "yes" : "no",
                  }}
                />
              ),
            },
            ...(needsPair && content.productVersionId
              ? [
                  {
                    key: "mine",
                    name: <FormattedMessage id="newRequest.elsewhere.myPairs" />,
                    value: <PairsToTake productVersionId={content.productVersionId} />,
                  },
                ]
              : []),
          ]}
        />
        <div className={classes.actions}>
          {portal.url ? (
            <Button
              component="a"
              href={portal.url}
              target="_blank"
              rel="noopener noreferrer"
              rightSection={<IconExternalLink size={16} aria-hidden />}
            >
              <FormattedMessage id="newRequest.elsewhere.go" values={{ portal: portal.name }} />
            </Button>
          ) : (
            <FormattedMessage id="newRequest.elsewhere.noAddress" values={{ portal: portal.name }} />
          )}
          {portal.docsUrl ? (
            <a href={portal.docsUrl} target="_blank" rel="noopener noreferrer">
              <FormattedMessage id="newRequest.elsewhere.docs" />
            </a>
          ) : null}
          <Link to="/help/where-to-go">
            <FormattedMessage id="newRequest.elsewhere.table" />
          </Link>
        </div>
      </Notice>
    </div>
  );
}

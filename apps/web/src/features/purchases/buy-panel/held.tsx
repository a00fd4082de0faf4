/** What the buyer holds already, before anything is offered: an incident that could be used is not bought twice (R75, F27). */
import { useQuery } from "@apollo/client/react";
import { FormattedMessage } from "react-intl";
import { Notice } from "../../../ui/notice";
import { HeldForVersionDocument, type HeldPlanFragment, HeldPlansDocument } from "./buy.generated";

interface Props {
  readonly country: string | null;
  /** Null: no request is being written, so what is usable at all counts. */
  readonly productVersionId: string | null;
}

const isUsable = ({ state }: HeldPlanFragment): boolean => state === "ACTIVE" || state === "ENDING_SOON";

export function Held({ country, productVersionId }: Props) {
  const forVersion = useQuery(HeldForVersionDocument, {
    variables: { productVersionId: productVersionId ?? "", country },
    skip: productVersionId === null,
    fetchPolicy: "cache-and-network",
  });
  const all = useQuery(HeldPlansDocument, { skip: productVersionId !== null, fetchPolicy: "cache-and-network" });
  const held =
    productVersionId === null
      ? (all.data?.myPlans.nodes ?? []).filter(isUsable)
      : (forVersion.data?.availablePlans ?? []).map(({ plan }) => plan);
  if (held.length === 0) return null;
  const isFor = productVersionId === null ? "any" : "version";
  return (
    <Notice tone="soon" isLive={false} title={<FormattedMessage id={`buy.held.${isFor}`} />}>
      <ul>
        {held.map(({ id, programme, incidentsRemaining }) => (
          <li key={id}>
            <FormattedMessage
              id="buy.held.plan"
              values={{
                plan: programme.name,
                count: incidentsRemaining ?? 0,
                hasCount: String(incidentsRemaining !== null),
              }}
            />
          </li>
        ))}
      </ul>
    </Notice>
  );
}

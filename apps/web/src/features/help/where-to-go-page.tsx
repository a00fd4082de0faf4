/** Which portal takes which product: three columns (R20, R25-R30). */
import { useQuery } from "@apollo/client/react";
import { IconExternalLink } from "@tabler/icons-react";
import { FormattedMessage, useIntl } from "react-intl";
import { Link } from "react-router";
import { useFormatters } from "../../lib/formatters";
import { useKnownViewer } from "../../lib/viewer";
import { Waiting } from "../../lib/waiting";
import { Page } from "../../ui/page";
import { RowSkeletons } from "../../ui/skeletons";
import { PortalRoutesDocument, type PortalRoutesQuery } from "./help.generated";
import styles from "./help.module.css";

type Route = PortalRoutesQuery["portalRoutes"][number];

export default function WhereToGoPage() {
  const { formatMessage } = useIntl();
  const { data, error, refetch } = useQuery(PortalRoutesDocument);
  return (
    <Page
      back={
        <Link to="/help">
          <FormattedMessage id="help.back" />
        </Link>
      }
      title={formatMessage({ id: "help.where" })}
      lead={<FormattedMessage id="help.where.lead" />}
    >
      {data === undefined && <Waiting error={error} refetch={refetch} shape={<RowSkeletons />} />}
      {data !== undefined && (
        <div className={styles.frame}>
          <table className={styles.table}>
            <thead>
              <tr>
                <th scope="col">
                  <FormattedMessage id="help.route.family" />
                </th>
                <th scope="col">
                  <FormattedMessage id="help.route.portal" />
                </th>
                <th scope="col">
                  <FormattedMessage id="help.route.pair" />
                </th>
              </tr>
            </thead>
            <tbody>
              {data.portalRoutes.map((route) => (
                <RouteRow key={route.portal.id} route={route} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Page>
  );
}

function RouteRow({ route: { portal, families, products } }: { readonly route: Route }) {
  const { formatMessage } = useIntl();
  const isStranger = useKnownViewer() === null;
  const format = useFormatters();
  return (
    <tr className={portal.isHere ? styles.here : undefined}>
      <th scope="row">
        <p>{families.join(", ")}</p>
        <details className={styles.products}>
          <summary>
            <FormattedMessage id="help.route.products" values={{ count: products.length }} />
          </summary>
          <ul>
            {format
              .byName(products, ({ name }) => name)
              .map((product) => (
                <li key={product.id}>{product.name}</li>
              ))}
          </ul>
        </details>
      </th>
      <td data-label={formatMessage({ id: "help.route.portal" })}>
        {portal.isHere ? (
          <p>
            <Link to="/requests/new">
              <FormattedMessage id="help.route.here" />
            </Link>
            {isStranger && (
              <>
                {" "}
                <FormattedMessage id="help.route.here.signIn" />
              </>
            )}
          </p>
        ) : portal.url === null ? (
          <p>
            <strong>{portal.name}</strong>
          </p>
        ) : (
          <p>
            <a href={portal.url} target="_blank" rel="noopener noreferrer">
              {portal.name} <IconExternalLink size={16} aria-label={formatMessage({ id: "help.newTab" })} />
            </a>
          </p>
        )}
        <p>
          <FormattedMessage id="help.route.signIn" values={{ account: portal.signIn }} />
        </p>
        {portal.docsUrl !== null && (
          <p>
            <a href={portal.docsUrl} target="_blank" rel="noopener noreferrer">
              <FormattedMessage id="help.route.docs" />
            </a>
          </p>
        )}
      </td>
      <td data-label={formatMessage({ id: "help.route.pair" })}>
        <p>
          <FormattedMessage id={`help.pair.${portal.pairNeeded}`} />
        </p>
        {portal.pairAlternative !== null && (
          <p>
            <FormattedMessage id="help.pair.or" values={{ alternative: portal.pairAlternative }} />
          </p>
        )}
      </td>
    </tr>
  );
}

/** Up to three articles of the help about a product, before a request is begun (R5, F62); a search that fails is in nobody's way. */
import { useQuery } from "@apollo/client/react";
import { FormattedMessage } from "react-intl";
import { Link } from "react-router";
import { KEEPS_PAGE } from "../../../lib/client";
import { CoverageArticlesDocument, type CoverageOfVersionQuery } from "./coverage.generated";
import classes from "./coverage.module.css";

export function ProductArticles({ version }: { readonly version: CoverageOfVersionQuery["productVersion"] }) {
  const { name, family } = version.product;
  const { data } = useQuery(CoverageArticlesDocument, {
    variables: { text: name, productVersionId: version.id, family },
    context: KEEPS_PAGE,
  });
  const articles = data?.searchArticles.articles ?? [];
  if (articles.length === 0) return null;
  return (
    <section>
      <h2 className={classes.subtitle}>
        <FormattedMessage id="start.articles" />
      </h2>
      <ul className={classes.articles}>
        {articles.map((article) => (
          <li key={article.id}>
            <Link to={`/help/${article.id}`}>{article.title}</Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

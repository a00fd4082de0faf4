/** The version of the chosen product, with help for who does not know it: the versions with their dates (R60, F33). */
import { Button, NativeSelect } from "@mantine/core";
import { FormattedMessage, useIntl } from "react-intl";
import { useFormatters } from "../../../../lib/formatters";
import { useFlow } from "../../flow-context";
import { PhaseSentence } from "../../frame/lifecycle-timeline";
import type { ChosenProductQuery } from "./form.generated";
import classes from "./version-field.module.css";

type Version = ChosenProductQuery["product"]["versions"][number];

/** The versions as rows of a table; a row's button chooses it. */
function VersionHelper({ versions }: { readonly versions: readonly Version[] }) {
  const { change } = useFlow();
  const format = useFormatters();
  return (
    <details className={classes.helper}>
      <summary>
        <FormattedMessage id="newRequest.version.unknown" />
      </summary>
      <p>
        <FormattedMessage id="newRequest.version.unknown.hint" />
      </p>
      <ul className={classes.rows}>
        {versions.map((version) => (
          <li key={version.id} className={classes.row}>
            <span className={classes.facts}>
              <span className={classes.name}>{version.name}</span>
              <span className={classes.dates}>
                {version.releasedOn ? (
                  <FormattedMessage id="newRequest.version.released" values={{ on: format.day(version.releasedOn) }} />
                ) : null}{" "}
                <PhaseSentence version={version} />
              </span>
            </span>
            <Button variant="default" size="compact-sm" onClick={() => change({ productVersionId: version.id })}>
              <FormattedMessage
                id="newRequest.version.use"
                values={{ name: version.name, r: (text) => <span className="only-for-readers">{text}</span> }}
              />
            </Button>
          </li>
        ))}
      </ul>
    </details>
  );
}

export function VersionField({ versions }: { readonly versions: readonly Version[] }) {
  const { content, change, errorOf } = useFlow();
  const intl = useIntl();
  const chosen = versions.find((version) => version.id === content.productVersionId);
  return (
    <>
      <NativeSelect
        id="flow-productVersionId"
        size="md"
        label={<FormattedMessage id="newRequest.version" />}
        description={chosen ? <PhaseSentence version={chosen} /> : undefined}
        inputWrapperOrder={["label", "input", "description", "error"]}
        error={errorOf("flow-productVersionId")}
        data={[
          { value: "", label: intl.formatMessage({ id: "newRequest.choose" }) },
          ...versions.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        value={content.productVersionId ?? ""}
        onChange={(event) => change({ productVersionId: event.target.value || null })}
      />
      {versions.length > 1 ? <VersionHelper versions={versions} /> : null}
    </>
  );
}

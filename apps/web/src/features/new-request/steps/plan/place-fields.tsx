/** Where the request is from: country and time zone route it, and the person is asked to check both (R70, E5). */
import { checkZone } from "@accord/domain";
import { Button, NativeSelect } from "@mantine/core";
import { useId } from "react";
import { FormattedMessage, useIntl } from "react-intl";
import { useFormatters } from "../../../../lib/formatters";
import { Notice } from "../../../../ui/notice";
import { useFlow } from "../../flow-context";
import type { FlowStartQuery } from "../../new-request-page.generated";
import classes from "./place-fields.module.css";
import plan from "./plan-card.module.css";

type Country = FlowStartQuery["countries"][number];

/** The zones of the country first, every other zone of the tables after them. */
function zoneGroups(countries: readonly Country[], country: Country | undefined) {
  const own = country?.timeZones ?? [];
  const others = [...new Set(countries.flatMap((one) => one.timeZones))].filter((zone) => !own.includes(zone));
  return { own, others };
}

function ZoneField({ country }: { readonly country: Country | undefined }) {
  const { content, change, start, errorOf } = useFlow();
  const { formatMessage } = useIntl();
  const format = useFormatters();
  const { own, others } = zoneGroups(start.countries, country);
  const plainName = (zone: string) => ({ value: zone, label: zone.replaceAll("_", " ") });
  const groups = own.length > 0 ? [{ group: country?.name ?? "", items: own.map(plainName) }] : [];
  return (
    <NativeSelect
      id="flow-timeZone"
      size="md"
      label={<FormattedMessage id="newRequest.timeZone" />}
      error={errorOf("flow-timeZone")}
      data={[
        { value: "", label: formatMessage({ id: "newRequest.choose" }) },
        ...groups,
        {
          group: formatMessage({ id: "newRequest.timeZone.others" }),
          items: format.byName(others.map(plainName), ({ label }) => label),
        },
      ]}
      value={content.timeZone ?? ""}
      onChange={(event) => change({ timeZone: event.target.value || null })}
    />
  );
}

/** E5: allowed, but said, with the likely zone one click away. */
function ZoneWarning({ country }: { readonly country: Country }) {
  const { content, change } = useFlow();
  const format = useFormatters();
  const suggested = country.defaultTimeZone ?? country.timeZones[0];
  return (
    <Notice
      tone="soon"
      isLive
      title={
        <FormattedMessage
          id="newRequest.zone.mismatch"
          values={{ country: country.name, zone: format.zone(content.timeZone ?? "") }}
        />
      }
    >
      <p>
        <FormattedMessage id="newRequest.zone.mismatch.text" />
      </p>
      {suggested ? (
        <Button variant="default" size="compact-md" onClick={() => change({ timeZone: suggested })}>
          <FormattedMessage id="newRequest.zone.use" values={{ zone: format.zone(suggested) }} />
        </Button>
      ) : null}
    </Notice>
  );
}

export function PlaceFields() {
  const { content, change, start, errorOf } = useFlow();
  const format = useFormatters();
  const { formatMessage } = useIntl();
  const titleId = useId();
  const country = start.countries.find((one) => one.code === content.country);
  const mismatch = country && content.timeZone ? checkZone(country, content.timeZone) === "ZONE_NOT_IN_COUNTRY" : false;
  const chooseCountry = (code: string): void => {
    const next = start.countries.find((one) => one.code === code);
    const keepsZone = next && content.timeZone && checkZone(next, content.timeZone) === "OK";
    const zone = keepsZone
      ? content.timeZone
      : (next?.defaultTimeZone ?? (next?.timeZones.length === 1 ? next.timeZones[0] : undefined) ?? content.timeZone);
    change({ country: code || null, timeZone: zone ?? null });
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: the fieldset of the radios above is one already; this is a plain pair of fields
    <div role="group" aria-labelledby={titleId} className={classes.place}>
      <p id={titleId} className={plan.legend}>
        <FormattedMessage id="newRequest.where" />
      </p>
      <div className={classes.pair}>
        <NativeSelect
          id="flow-country"
          size="md"
          label={<FormattedMessage id="newRequest.country" />}
          error={errorOf("flow-country")}
          data={[
            { value: "", label: formatMessage({ id: "newRequest.choose" }) },
            ...format
              .byName(start.countries, ({ name }) => name)
              .map(({ code, name }) => ({ value: code, label: name })),
          ]}
          value={content.country ?? ""}
          onChange={(event) => chooseCountry(event.target.value)}
        />
        <ZoneField country={country} />
      </div>
      {country && content.timeZone && mismatch ? <ZoneWarning country={country} /> : null}
      {country && content.timeZone && !mismatch ? (
        <p className={classes.check}>
          <FormattedMessage
            id="newRequest.zone.check"
            values={{
              country: <strong>{country.name}</strong>,
              zone: <strong>{format.zone(content.timeZone)}</strong>,
              hours: country.businessHours ?? "",
              hasHours: country.businessHours ? "yes" : "no",
            }}
          />
        </p>
      ) : null}
    </div>
  );
}

/** Country and time zone: each country brings its zones first; a zone from elsewhere is a warning (R70, E5). */
import { checkZone } from "@accord/domain";
import { Select } from "@mantine/core";
import { useMemo } from "react";
import { FormattedMessage, useIntl } from "react-intl";
import { useFormatters } from "../../lib/formatters";
import { fieldError, type UserErrorFields } from "../../lib/refusal-text";
import { Card } from "../../ui/card";
import { Notice } from "../../ui/notice";
import { type CountryChoice, defaultZone, type Place } from "./guess-place";
import styles from "./profile-form.module.css";

interface Props {
  readonly countries: readonly CountryChoice[];
  readonly place: Place;
  readonly onChange: (place: Partial<Place>) => void;
  readonly refusals: readonly UserErrorFields[];
  /** Before the field's name in its element id. */
  readonly idPrefix: string;
}

export function PlaceCard({ countries, place, onChange, refusals, idPrefix }: Props) {
  const { formatMessage } = useIntl();
  const format = useFormatters();
  const country = countries.find((one) => one.code === place.country);
  const isForeignZone =
    country !== undefined && place.timeZone !== "" && checkZone(country, place.timeZone) === "ZONE_NOT_IN_COUNTRY";
  const zones = useMemo(() => zoneGroups(country, place.timeZone), [country, place.timeZone]);
  return (
    <Card title={<FormattedMessage id="profile.place" />}>
      <p className={styles.hint}>
        <FormattedMessage id="profile.place.why" />
      </p>
      <div className={styles.pair}>
        <Select
          id={`${idPrefix}country`}
          label={formatMessage({ id: "profile.country" })}
          required
          searchable
          allowDeselect={false}
          checkIconPosition="right"
          data={countries.map((one) => ({ value: one.code, label: one.name }))}
          value={place.country || null}
          limit={300}
          maxDropdownHeight={280}
          placeholder={formatMessage({ id: "profile.country.choose" })}
          nothingFoundMessage={formatMessage({ id: "profile.country.none" })}
          onChange={(code) => {
            const chosen = countries.find((one) => one.code === code);
            if (chosen !== undefined)
              onChange({
                country: chosen.code,
                ...(chosen.timeZones.includes(place.timeZone) ? {} : { timeZone: defaultZone(chosen) }),
              });
          }}
          error={fieldError(refusals, "country")}
        />
        <Select
          id={`${idPrefix}timeZone`}
          label={formatMessage({ id: "profile.timeZone" })}
          required
          searchable
          allowDeselect={false}
          checkIconPosition="right"
          data={zones.map(({ id, zones: group }) => ({
            group: formatMessage({ id: `profile.zones.${id}` }, { country: country?.name ?? "" }),
            items: group.map((zone) => ({
              value: zone,
              label: id === "own" || zone === place.timeZone ? format.zone(zone) : zone.replaceAll("_", " "),
            })),
          }))}
          value={place.timeZone || null}
          limit={500}
          maxDropdownHeight={280}
          onChange={(zone) => zone !== null && onChange({ timeZone: zone })}
          error={fieldError(refusals, "timeZone")}
        />
      </div>
      {isForeignZone && (
        <Notice
          tone="soon"
          isLive
          title={
            <FormattedMessage
              id="profile.zoneNotInCountry"
              values={{ zone: place.timeZone.replaceAll("_", " "), country: country.name }}
            />
          }
        >
          <p>
            <FormattedMessage id="profile.zoneNotInCountry.text" />
          </p>
        </Notice>
      )}
      {country?.businessHours != null && (
        <p className={styles.hint}>
          <FormattedMessage id="profile.businessHours" values={{ hours: country.businessHours }} />
        </p>
      )}
    </Card>
  );
}

/** The country's own zones first; all others after them, because people travel. */
function zoneGroups(
  country: CountryChoice | undefined,
  current: string,
): readonly { id: "own" | "others"; zones: readonly string[] }[] {
  const own = country?.timeZones ?? [];
  const all = new Set([...Intl.supportedValuesOf("timeZone"), "UTC", ...(current === "" ? [] : [current])]);
  const others = [...all].filter((zone) => !own.includes(zone)).sort();
  return [...(own.length > 0 ? [{ id: "own" as const, zones: own }] : []), { id: "others" as const, zones: others }];
}

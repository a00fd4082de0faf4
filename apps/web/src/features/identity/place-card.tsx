/** Country and time zone: each country brings its zones first; a zone from elsewhere is a warning (R70, E5). */
import { checkZone } from "@accord/domain";
import { NativeSelect } from "@mantine/core";
import { useMemo, useState } from "react";
import { FormattedMessage, useIntl } from "react-intl";
import type { FormFields } from "../../lib/commands/form-fields";
import { useFormatters } from "../../lib/formatters";
import { Card } from "../../ui/card";
import { Notice } from "../../ui/notice";
import { type CountryChoice, defaultZone, type Place } from "./guess-place";
import styles from "./profile-form.module.css";

/** The choice that unfolds the others. */
const OTHER_ZONES = "other";

interface Props {
  readonly countries: readonly CountryChoice[];
  readonly place: Place;
  readonly onChange: (place: Partial<Place>) => void;
  readonly fields: FormFields;
}

export function PlaceCard({ countries, place, onChange, fields }: Props) {
  const { formatMessage } = useIntl();
  const format = useFormatters();
  const country = countries.find((one) => one.code === place.country);
  const isForeignZone =
    country !== undefined && place.timeZone !== "" && checkZone(country, place.timeZone) === "ZONE_NOT_IN_COUNTRY";
  const [isWanted, setLong] = useState(false);
  const isLong = isWanted || country === undefined;
  const zones = useMemo(() => {
    const chosen = zonesToChoose(country, place.timeZone, isLong);
    return isLong ? format.byName(chosen, (zone) => zone) : chosen;
  }, [country, place.timeZone, isLong, format]);
  return (
    <Card title={<FormattedMessage id="profile.place" />}>
      <p className={styles.hint}>
        <FormattedMessage id="profile.place.why" />
      </p>
      <div className={styles.pair}>
        <NativeSelect
          label={formatMessage({ id: "profile.country" })}
          required
          data={[
            ...(place.country === "" ? [{ value: "", label: formatMessage({ id: "profile.country.choose" }) }] : []),
            ...format.byName(countries, ({ name }) => name).map(({ code, name }) => ({ value: code, label: name })),
          ]}
          value={place.country}
          onChange={(event) => {
            const chosen = countries.find((one) => one.code === event.currentTarget.value);
            if (chosen === undefined) return;
            const isZoneThere = chosen.timeZones.includes(place.timeZone);
            onChange({ country: chosen.code, ...(isZoneThere ? {} : { timeZone: defaultZone(chosen) }) });
          }}
          {...fields.at("country")}
        />
        <NativeSelect
          label={formatMessage({ id: "profile.timeZone" })}
          required
          data={[
            ...zones.map((zone) => ({ value: zone, label: isLong ? zone.replaceAll("_", " ") : format.zone(zone) })),
            ...(isLong ? [] : [{ value: OTHER_ZONES, label: formatMessage({ id: "profile.zones.others" }) }]),
          ]}
          value={place.timeZone}
          onChange={({ currentTarget: { value } }) =>
            value === OTHER_ZONES ? setLong(true) : onChange({ timeZone: value })
          }
          {...fields.at("timeZone")}
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

/** The zones to choose from: the country's own and the one in use, or on demand all, because people travel. */
function zonesToChoose(country: CountryChoice | undefined, current: string, isAll: boolean): readonly string[] {
  const near = [...(country?.timeZones ?? []), ...(current === "" ? [] : [current])];
  return isAll ? [...new Set([...Intl.supportedValuesOf("timeZone"), "UTC", ...near])] : [...new Set(near)];
}

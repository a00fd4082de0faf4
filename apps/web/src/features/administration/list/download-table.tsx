/** A list as a file: as CSV in the form of the reader's spreadsheets, or as a workbook (F56, K2). */
import { Button } from "@mantine/core";
import { IconDownload } from "@tabler/icons-react";
import { FormattedMessage, useIntl } from "react-intl";

export function DownloadTable({
  path,
  query = {},
  isNarrowed = false,
}: {
  /** Without its ending. */
  readonly path: string;
  readonly query?: Readonly<Record<string, string | undefined>>;
  readonly isNarrowed?: boolean;
}) {
  const { formatMessage } = useIntl();
  const said = Object.entries(query).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]));
  const search = said.length === 0 ? "" : `?${new URLSearchParams(said)}`;
  return (
    <>
      <Button
        component="a"
        variant="default"
        href={`${path}.csv${search}`}
        leftSection={<IconDownload size={18} aria-hidden />}
      >
        <FormattedMessage id={isNarrowed ? "administration.csv.found" : "administration.csv"} />
      </Button>
      <Button
        component="a"
        variant="default"
        href={`${path}.xlsx${search}`}
        aria-label={formatMessage({ id: isNarrowed ? "administration.xlsx.found" : "administration.xlsx" })}
      >
        Excel (.xlsx)
      </Button>
    </>
  );
}

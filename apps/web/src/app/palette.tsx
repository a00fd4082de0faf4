/** The Ctrl-K palette: go to a page, find a request, one's own or of the queue. Loaded when first opened. */
import { useDebouncedValue } from "@mantine/hooks";
import { Spotlight, spotlight } from "@mantine/spotlight";
import { IconSearch } from "@tabler/icons-react";
import "@mantine/core/styles/ScrollArea.layer.css";
import "@mantine/core/styles/Overlay.layer.css";
import "@mantine/core/styles/Paper.layer.css";
import "@mantine/core/styles/ModalBase.layer.css";
import "@mantine/core/styles/Modal.layer.css";
import "@mantine/spotlight/styles.layer.css";
import { useEffect, useState } from "react";
import { useIntl } from "react-intl";
import type { Viewer } from "../lib/viewer";
import { usePaletteActions } from "./use-palette-actions";

interface Props {
  readonly openings: number;
  readonly staffRights: Viewer["staffRights"];
}

export default function Palette({ openings, staffRights }: Props) {
  const { formatMessage } = useIntl();
  const [query, setQuery] = useState("");
  const [searched] = useDebouncedValue(query.trim(), 200);
  const groups = usePaletteActions({ query, searched, staffRights });
  useEffect(() => {
    if (openings > 0) spotlight.open();
  }, [openings]);

  return (
    <Spotlight
      attributes={{ content: { "aria-label": formatMessage({ id: "shell.search" }) } }}
      actions={groups}
      query={query}
      onQueryChange={setQuery}
      filter={(_, actions) => actions}
      shortcut={null}
      lockScroll={false}
      scrollable
      overlayProps={{ blur: 0, backgroundOpacity: 0.5 }}
      maxHeight={420}
      nothingFound={formatMessage({ id: "palette.nothing" })}
      searchProps={{
        leftSection: <IconSearch size={20} aria-hidden />,
        placeholder: formatMessage({ id: "shell.search" }),
        "aria-label": formatMessage({ id: "shell.search" }),
      }}
    />
  );
}

/** The Ctrl-K palette: go to a page, find a request. Loaded when first opened. */
import { useLazyQuery } from "@apollo/client/react";
import { useDebouncedValue } from "@mantine/hooks";
import { Spotlight, type SpotlightActionGroupData, spotlight } from "@mantine/spotlight";
import {
  IconFileCertificate,
  IconHelpCircle,
  IconInbox,
  IconPlus,
  IconRoute,
  IconSearch,
  IconUserCog,
} from "@tabler/icons-react";
import "@mantine/core/styles/ScrollArea.layer.css";
import "@mantine/core/styles/Overlay.layer.css";
import "@mantine/core/styles/Paper.layer.css";
import "@mantine/core/styles/ModalBase.layer.css";
import "@mantine/core/styles/Modal.layer.css";
import "@mantine/spotlight/styles.layer.css";
import { useEffect, useMemo, useState } from "react";
import { useIntl } from "react-intl";
import { useNavigate } from "react-router";
import { PaletteRequestsDocument } from "./palette.generated";

const PAGES = [
  { id: "newRequest", to: "/requests/new", Icon: IconPlus },
  { id: "requests", to: "/requests", Icon: IconInbox },
  { id: "plans", to: "/plans", Icon: IconFileCertificate },
  { id: "whereToGo", to: "/help/where-to-go", Icon: IconRoute },
  { id: "help", to: "/help", Icon: IconHelpCircle },
  { id: "profile", to: "/profile", Icon: IconUserCog },
] as const;

/** Text without case and diacritics, for matching. */
const plain = (text: string): string => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

export default function Palette({ openings }: { readonly openings: number }) {
  const { formatMessage } = useIntl();
  const navigate = useNavigate();
  const [query, setQuery] = useState("");
  const [searched] = useDebouncedValue(query.trim(), 200);
  const [search, { data }] = useLazyQuery(PaletteRequestsDocument);

  useEffect(() => {
    if (openings > 0) spotlight.open();
  }, [openings]);
  useEffect(() => {
    if (searched.length >= 2) void search({ variables: { search: searched } });
  }, [searched, search]);

  const groups = useMemo<SpotlightActionGroupData[]>(() => {
    const pages = PAGES.map(({ id, to, Icon }) => ({
      id,
      label: formatMessage({ id: `shell.place.${id}` }),
      leftSection: <Icon size={20} aria-hidden />,
      onClick: () => void navigate(to),
    })).filter((action) => plain(action.label).includes(plain(query.trim())));
    const requests = (searched.length >= 2 ? (data?.myRequests.nodes ?? []) : []).map((request) => ({
      id: request.id,
      label: request.title,
      description: request.number,
      leftSection: <IconInbox size={20} aria-hidden />,
      onClick: () => void navigate(`/requests/${request.id}`),
    }));
    return [
      { group: formatMessage({ id: "palette.pages" }), actions: pages },
      ...(requests.length > 0 ? [{ group: formatMessage({ id: "palette.requests" }), actions: requests }] : []),
    ];
  }, [data, formatMessage, navigate, query, searched]);

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

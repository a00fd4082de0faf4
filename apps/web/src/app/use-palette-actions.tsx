/** What the palette offers: pages, help articles (F62), one's own requests and, at the desk, the queue (F41, F52), and the sections of administration (F60). */
import { foldText } from "@accord/domain";
import { useQuery } from "@apollo/client/react";
import type { SpotlightActionGroupData } from "@mantine/spotlight";
import {
  IconFileCertificate,
  IconHelpCircle,
  IconHome,
  IconInbox,
  IconListCheck,
  IconPencilPlus,
  IconPlus,
  IconRoute,
  IconSettings,
  IconUserCog,
} from "@tabler/icons-react";
import { useIntl } from "react-intl";
import { useNavigate } from "react-router";
import { SearchVersionsDocument } from "../features/catalogue/product-search/product-search.generated";
import { newRequestPage } from "../lib/addresses";
import { sectionsOf } from "../lib/administration";
import type { Viewer } from "../lib/viewer";
import { PaletteArticlesDocument, PaletteQueueDocument, PaletteRequestsDocument } from "./palette.generated";

const PAGES = [
  { id: "queue", to: "/queue", Icon: IconListCheck, right: "SEE_QUEUE" },
  { id: "enterRequest", to: "/queue/new", Icon: IconPencilPlus, right: "WORK_REQUESTS" },
  { id: "start", to: "/start", Icon: IconHome, right: null },
  { id: "newRequest", to: "/requests/new", Icon: IconPlus, right: null },
  { id: "requests", to: "/requests", Icon: IconInbox, right: null },
  { id: "plans", to: "/plans", Icon: IconFileCertificate, right: null },
  { id: "whereToGo", to: "/help/where-to-go", Icon: IconRoute, right: null },
  { id: "help", to: "/help", Icon: IconHelpCircle, right: null },
  { id: "profile", to: "/profile", Icon: IconUserCog, right: null },
] as const;

const MOST_PRODUCTS = 4;

interface Question {
  /** What stands in the field. */
  readonly query: string;
  /** The same once typing pauses: what the server is asked. */
  readonly searched: string;
  readonly staffRights: Viewer["staffRights"];
}

/** The groups that fit what was typed; a group without an action is left out. */
export function usePaletteActions({ query, searched, staffRights }: Question): SpotlightActionGroupData[] {
  const { formatMessage } = useIntl();
  const navigate = useNavigate();
  const isAsking = searched.length >= 2;
  const own = useQuery(PaletteRequestsDocument, { variables: { search: searched }, skip: !isAsking });
  const queue = useQuery(PaletteQueueDocument, {
    variables: { search: searched },
    skip: !isAsking || !staffRights.includes("SEE_QUEUE"),
  });
  const help = useQuery(PaletteArticlesDocument, { variables: { text: searched }, skip: !isAsking });
  const products = useQuery(SearchVersionsDocument, { variables: { search: searched }, skip: !isAsking });
  const sections = sectionsOf(staffRights).map(({ key, to }) => ({
    id: `administration:${key}`,
    label: formatMessage({ id: `administration.section.${key}` }),
    description: formatMessage({ id: "shell.place.administration" }),
    leftSection: <IconSettings size={20} aria-hidden />,
    onClick: () => void navigate(to),
  }));
  const places = PAGES.filter(({ right }) => right === null || staffRights.includes(right)).map(({ id, to, Icon }) => ({
    id,
    label: formatMessage({ id: `shell.place.${id}` }),
    leftSection: <Icon size={20} aria-hidden />,
    onClick: () => void navigate(to),
  }));
  const pages = [...places, ...sections].filter((action) => foldText(action.label).includes(foldText(query.trim())));
  const requests = (own.data?.myRequests.nodes ?? []).map((request) => ({
    id: request.id,
    label: request.title,
    description: request.number,
    leftSection: <IconInbox size={20} aria-hidden />,
    onClick: () => void navigate(`/requests/${request.id}`),
  }));
  const news = (products.data?.productVersions.nodes ?? [])
    .filter(({ product }) => product.portal.isHere)
    .slice(0, MOST_PRODUCTS)
    .map((version) => ({
      id: `product:${version.id}`,
      label: formatMessage({ id: "start.palette" }, { name: version.name }),
      leftSection: <IconPlus size={20} aria-hidden />,
      onClick: () => void navigate(newRequestPage(version.id)),
    }));
  const work = (queue.data?.queue.nodes ?? []).map((item) => ({
    id: `queue:${item.id}`,
    label: item.title ?? item.productVersion.name,
    description: item.number ?? "",
    leftSection: <IconListCheck size={20} aria-hidden />,
    onClick: () => void navigate(`/queue/${item.id}`),
  }));
  const articles = (help.data?.searchArticles.articles ?? []).map(({ id, title, family }) => ({
    id: `help:${id}`,
    label: title,
    description: family?.name ?? formatMessage({ id: "help.portal" }),
    leftSection: <IconHelpCircle size={20} aria-hidden />,
    onClick: () => void navigate(`/help/${id}`),
  }));
  return [
    { group: formatMessage({ id: "palette.pages" }), actions: pages },
    { group: formatMessage({ id: "palette.requests" }), actions: requests },
    { group: formatMessage({ id: "start.palette.group" }), actions: news },
    { group: formatMessage({ id: "palette.queue" }), actions: work },
    { group: formatMessage({ id: "palette.articles" }), actions: articles },
  ].filter(({ actions }) => actions.length > 0);
}

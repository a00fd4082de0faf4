/** Articles and messages: Markdown to React elements, twelve kinds of them, HTML as the words it is, no pictures from elsewhere (I-6, I-7). */
import type { ReactNode } from "react";
import ReactMarkdown, { type Components } from "react-markdown";
import { Link } from "react-router";
import styles from "./prose.module.css";
import { proseText } from "./prose-text";
import { visibleControls } from "./visible-controls";

const ELEMENTS = ["p", "a", "strong", "em", "code", "pre", "ul", "ol", "li", "h2", "h3", "blockquote"];
/** Shown as one of the twelve: other headings as a strong line, a picture as its words. */
const TRANSLATED = ["h1", "h4", "h5", "h6", "img"];
const ALLOWED = [...ELEMENTS, ...TRANSLATED];
const PLUGINS = [proseText];

interface Props {
  readonly markdown: string;
  /** Articles are ours: their headings stand in the page's outline, their links may lead through the portal. Messages are anybody's. */
  readonly isArticle?: boolean;
}

export function Prose({ markdown, isArticle = false }: Props) {
  return (
    <div className={styles.prose} data-message={!isArticle || undefined}>
      <ReactMarkdown
        allowedElements={ALLOWED}
        unwrapDisallowed
        urlTransform={isArticle ? articleAddress : outsideAddress}
        rehypePlugins={PLUGINS}
        components={isArticle ? ARTICLE : MESSAGE}
      >
        {markdown}
      </ReactMarkdown>
    </div>
  );
}

interface LinkProps {
  readonly href?: string;
  readonly children?: ReactNode;
}

/** Opens apart and carries no reference; its address shows on hovering. Without an address it is words. */
function OutsideLink({ href, children }: LinkProps) {
  if (href === undefined || href === "") return <>{children}</>;
  return (
    <a href={href} target="_blank" rel="noopener noreferrer nofollow" title={visibleControls(href)}>
      {children}
    </a>
  );
}

/** Links inside the portal stay in the page. */
const ArticleLink = ({ href, children }: LinkProps) =>
  href?.startsWith("/") ? <Link to={href}>{children}</Link> : <OutsideLink href={href}>{children}</OutsideLink>;

const StrongLine = ({ children }: { readonly children?: ReactNode }) => (
  <p>
    <strong>{children}</strong>
  </p>
);
const PictureWords = ({ alt }: { readonly alt?: string }) => (alt ? <em>{visibleControls(alt)}</em> : null);

const SHARED: Components = {
  h1: StrongLine,
  h4: StrongLine,
  h5: StrongLine,
  h6: StrongLine,
  img: PictureWords,
  // biome-ignore lint/a11y/noNoninteractiveTabindex: a long log scrolls, so the keyboard must reach it.
  pre: ({ children }) => <pre tabIndex={0}>{children}</pre>,
};
const ARTICLE: Components = { ...SHARED, a: ArticleLink };
const MESSAGE: Components = { ...SHARED, a: OutsideLink, h2: StrongLine, h3: StrongLine };

/** https, http and mailto; nothing else becomes a link. */
function outsideAddress(address: string): string | undefined {
  return /^(https?:\/\/|mailto:)/i.test(address) ? address : undefined;
}

/** These, and paths of this portal. */
function articleAddress(address: string): string | undefined {
  return /^\/(?!\/)/.test(address) || address.startsWith("#") ? address : outsideAddress(address);
}

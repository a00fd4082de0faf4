/** Text of articles and descriptions: Markdown to React elements, twelve kinds of them, no HTML, no remote images. */
import ReactMarkdown, { type Components } from "react-markdown";
import { Link } from "react-router";
import styles from "./prose.module.css";

const ALLOWED = ["p", "a", "strong", "em", "code", "pre", "ul", "ol", "li", "h2", "h3", "blockquote"];

/** Links inside the portal stay in the page; the others open apart and carry no reference. */
const components: Components = {
  a: ({ href, children }) =>
    href?.startsWith("/") && !href.startsWith("//") ? (
      <Link to={href}>{children}</Link>
    ) : (
      <a href={href} target="_blank" rel="noopener noreferrer nofollow">
        {children}
      </a>
    ),
};

export function Prose({ markdown }: { readonly markdown: string }) {
  return (
    <div className={styles.prose}>
      <ReactMarkdown
        allowedElements={ALLOWED}
        unwrapDisallowed
        urlTransform={safeAddress}
        components={components}
        skipHtml
      >
        {markdown}
      </ReactMarkdown>
    </div>
  );
}

/** Paths of this portal, https, http and mailto; nothing else becomes a link. */
function safeAddress(address: string): string | undefined {
  if (/^\/(?!\/)/.test(address) || address.startsWith("#")) return address;
  return /^(https?:\/\/|mailto:)/i.test(address) ? address : undefined;
}

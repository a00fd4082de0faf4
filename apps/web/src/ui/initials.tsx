/** A person as two letters in a circle; decoration beside the name. */
import styles from "./initials.module.css";

interface Props {
  readonly name: string;
  readonly isAccent?: boolean;
}

export function Initials({ name, isAccent = false }: Props) {
  const words = name.split(/\s+/).filter((word) => /^\p{L}/u.test(word));
  const letters = [words[0], words.length > 1 ? words.at(-1) : undefined].map((word) => [...(word ?? "")][0] ?? "");
  return (
    <span className={styles.circle} data-accent={isAccent || undefined} aria-hidden>
      {letters.join("").toLocaleUpperCase()}
    </span>
  );
}

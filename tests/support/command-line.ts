/** `accord <words>` within this process: what it says and how it ends. */
import { randomBytes } from "node:crypto";
import { runCommandLine } from "../../apps/api/src/cli/run.js";

export interface Said {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs commands in the environment `env`. */
export const commandLine =
  (env: Readonly<Record<string, string>>) =>
  async (...words: readonly string[]): Promise<Said> => {
    const [out, err]: [string[], string[]] = [[], []];
    const code = await runCommandLine(words, {
      env,
      out: (line) => void out.push(line),
      err: (line) => void err.push(line),
      random: randomBytes,
    });
    return { code, out: out.join("\n"), err: err.join("\n") };
  };

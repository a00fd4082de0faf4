/** Issues an agreement by the command line, beside the running server, as an administrator would. */
import { execFileSync } from "node:child_process";
import { ownServer } from "./servers.js";

export interface IssuedPair {
  readonly accessId: string;
  readonly agreementId: string;
}

export const issueAgreement = (programme = "visual-studio-enterprise", options: readonly string[] = []): IssuedPair => {
  const out = execFileSync(
    "node",
    [
      "apps/api/bin/accord.mjs",
      "agreement",
      "issue",
      "--programme",
      programme,
      "--starts-on",
      "2026-11-01",
      "--json",
      ...options,
    ],
    {
      encoding: "utf8",
      env: {
        ...process.env,
        DATA_DIR: ownServer().dataDir,
        ACCORD_NOW: "2026-11-23T08:30:00Z",
        LOG_LEVEL: "silent",
      },
    },
  );
  return JSON.parse(out) as IssuedPair;
};

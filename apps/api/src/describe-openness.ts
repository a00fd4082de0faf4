/** What a boot says of who reaches what (decision 26). */
import type { Config } from "./config.js";
import { isLoopbackAddress } from "./openness.js";

/** What a boot says: each door, and who reaches it. */
export const describeOpenness = (config: Config, sandbox: string | null): string[] => [
  `pages and API: ${whoReaches(config.bind)} at port ${config.port}`,
  ...(sandbox === null ? [] : [`payment sandbox: ${whoReaches(config.bind)} at ${sandbox}`]),
  ...(config.inbound === null ? [] : [`incoming mail: ${whoReaches(config.bind)} at port ${config.inbound.port}`]),
  ...(config.metricsPort === null ? [] : [`metrics: ${whoReaches(config.metricsBind)} at port ${config.metricsPort}`]),
  config.oidc === null
    ? "sign-in: whoever reaches the pages, as any demo persona, an administrator among them"
    : `sign-in: who ${config.oidc.issuer} lets in`,
];

const whoReaches = (addresses: readonly string[]): string =>
  addresses.every(isLoopbackAddress) ? "this machine alone" : `the network (${addresses.join(", ")})`;

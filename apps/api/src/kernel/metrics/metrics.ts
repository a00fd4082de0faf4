/** Numbers of this process for Prometheus: process, operations, writes, outgoing messages; names and codes, never people (F86). */
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import type { Database } from "../db/index.js";
import type { GraphqlRequest, GraphqlResponse } from "../http/graphql-exchange.js";
import { outboxStore } from "../jobs/outbox.store.js";
import type { Principal } from "../principal.js";
import { createOperationLabels } from "./operation-labels.js";

type Handle = (request: GraphqlRequest<Principal>) => Promise<GraphqlResponse>;

export interface Metrics {
  /** The same handler, counted. */
  counted(handle: Handle): Handle;
  /** A group commit of so many units. */
  readonly onBatch: (units: number) => void;
  /** Asks the database, each time somebody asks for the numbers. */
  watch(db: Database): void;
  /** Everything, in Prometheus' text form. */
  text(): Promise<string>;
}

export const METRICS_TYPE = Registry.PROMETHEUS_CONTENT_TYPE;

/** `mono` tells milliseconds that only grow. */
export const createMetrics = (mono: () => number): Metrics => {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const answers = new Counter({
    name: "accord_graphql_answers_total",
    help: "Answers of /graphql by operation and by code: OK, or the first error's.",
    labelNames: ["operation", "code"],
    registers,
  });
  const seconds = new Histogram({
    name: "accord_graphql_seconds",
    help: "How long an answer took, by operation.",
    labelNames: ["operation"],
    buckets: [0.005, 0.02, 0.1, 0.5, 2],
    registers,
  });
  const batches = new Histogram({
    name: "accord_write_batch_units",
    help: "Units of work that were committed together.",
    buckets: [1, 2, 4, 8, 16, 32, 64],
    registers,
  });
  const labelsOf = createOperationLabels();
  const count = (request: GraphqlRequest<Principal>, response: GraphqlResponse, begun: number): void => {
    const labels = labelsOf(request, response);
    answers.inc(labels);
    seconds.observe({ operation: labels.operation }, (mono() - begun) / 1000);
  };
  return {
    counted: (handle) => async (request) => {
      const begun = mono();
      const response = await handle(request);
      count(request, response, begun);
      return response;
    },
    onBatch: (units) => batches.observe(units),
    watch: (db) => {
      new Gauge({
        name: "accord_write_queue_units",
        help: "Units of work that wait for their turn.",
        registers,
        collect() {
          this.set(db.queueDepth());
        },
      });
      new Gauge({
        name: "accord_outbox_waiting",
        help: "Outgoing messages that are not finished.",
        registers,
        async collect() {
          this.set(await db.read.of(outboxStore).countWaiting());
        },
      });
    },
    text: () => registry.metrics(),
  };
};

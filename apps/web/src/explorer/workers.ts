/** The editor's workers, from this origin: the packages' own set-up would look for them elsewhere. */
import EditorWorker from "monaco-editor/esm/vs/editor/editor.worker.js?worker";
import JsonWorker from "monaco-editor/esm/vs/language/json/json.worker.js?worker";
import GraphqlWorker from "monaco-graphql/esm/graphql.worker.js?worker";

const WORKERS: Readonly<Record<string, new () => Worker>> = { graphql: GraphqlWorker, json: JsonWorker };

Object.assign(globalThis, {
  MonacoEnvironment: {
    getWorker: (_id: string, label: string): Worker => new (WORKERS[label] ?? EditorWorker)(),
  },
});

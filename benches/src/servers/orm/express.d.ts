/** express brings no types: what the floor server uses of it. */
declare module "express" {
  import type { IncomingMessage, Server, ServerResponse } from "node:http";
  export type Request = IncomingMessage & { body?: unknown };
  export type Response = ServerResponse & { json(value: unknown): void };
  export type RequestHandler = (request: Request, response: Response, next: (error?: unknown) => void) => void;
  interface Application {
    get(path: string, handler: RequestHandler): void;
    use(path: string, ...handlers: RequestHandler[]): void;
    listen(port: number, host: string): Server;
  }
  function express(): Application;
  namespace express {
    function json(): RequestHandler;
  }
  export default express;
}

/** Mail: letters that go out, answers that come in (F22, F43). The face of the module: what others use of it is exported here, the types of its schema by graphql.ts. */
import type { ApiModule } from "../../kernel/module.js";

export const mail = {

} satisfies ApiModule;

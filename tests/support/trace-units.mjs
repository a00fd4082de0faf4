// Loaded before a server or a command: one line for each unit that comes, begins and is committed, in the file UNIT_TRACE. Processes share it, so that their units stand in the order in which they happened.
import { subscribe } from "node:diagnostics_channel";
import { appendFileSync } from "node:fs";

const file = process.env.UNIT_TRACE ?? "";
const numbers = new WeakMap();
let units = 0;

subscribe("accord:unit", ({ unit, name, phase }) => {
  if (!numbers.has(unit)) numbers.set(unit, ++units);
  appendFileSync(file, `${process.pid}.${numbers.get(unit)}\t${phase}\t${name}\n`);
});

// SPDX-License-Identifier: MIT
// Counts checks and tells what went wrong with each.
let checked = 0;
let failed = 0;

export function check(title, body) {
  checked += 1;
  try {
    body();
  } catch (error) {
    failed += 1;
    console.log(`${title}\n  ${String(error.message).replaceAll("\n", "\n  ")}`);
  }
}

export function require(condition, text) {
  if (!condition) throw new Error(text);
}

/** A value against a schema that ajv has compiled. */
export function holds(validate, value) {
  if (validate(value)) return;
  const lines = validate.errors.map((e) => `${e.instancePath || "/"} ${e.message} ${JSON.stringify(e.params)}`);
  throw new Error(lines.join("\n"));
}

/** Tells the count and ends the program. */
export function done() {
  console.log(`${checked} checked, ${failed} failed`);
  process.exit(failed === 0 ? 0 : 1);
}

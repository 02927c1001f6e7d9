// SPDX-License-Identifier: MIT
// Holds what reckon prints and what its catalogue says against the JSON Schemas that it publishes:
//   - the JSON report of every example answer            reckon schema report
//   - models/*.yaml and prompts/*/prompt.yaml            reckon schema model, reckon schema prompt
//   - the response schema of every prompt, and the JSON example answers against it
import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import Ajv from "ajv/dist/2020.js";
import { parse } from "yaml";

const root = join(dirname(fileURLToPath(import.meta.url)), "../..");
const program = process.argv[2];
const ajv = new Ajv({ allErrors: true, strict: true, strictRequired: false, allowUnionTypes: true });
let checked = 0;
let failed = 0;

/** Runs reckon in the repository; any exit code but those of a judged answer is a failure. */
function reckon(...args) {
  const run = spawnSync(program, args, { cwd: root, encoding: "utf8", maxBuffer: 1 << 26 });
  if (run.status !== 0 && run.status !== 1) {
    throw new Error(`reckon ${args.join(" ")}: exit ${run.status}\n${run.stderr}`);
  }
  return run.stdout;
}

/** Counts one check and prints what went wrong with it. */
function check(title, body) {
  checked += 1;
  try {
    body();
  } catch (error) {
    failed += 1;
    console.log(`${title}\n  ${String(error.message).replaceAll("\n", "\n  ")}`);
  }
}

function holds(validate, value) {
  if (validate(value)) return;
  const lines = validate.errors.map((e) => `${e.instancePath || "/"} ${e.message} ${JSON.stringify(e.params)}`);
  throw new Error(lines.join("\n"));
}

const read = (path) => readFileSync(join(root, path), "utf8");
const names = (folder, ending) => readdirSync(join(root, folder)).filter((name) => name.endsWith(ending)).sort();
const published = (name) => ajv.compile(JSON.parse(reckon("schema", name)));

const model = published("model");
for (const name of names("models", ".yaml")) {
  check(`models/${name}`, () => holds(model, parse(read(`models/${name}`))));
}

const prompt = published("prompt");
const report = published("report");
for (const folder of names("prompts", "")) {
  const path = `prompts/${folder}`;
  const entry = parse(read(`${path}/prompt.yaml`));
  check(`${path}/prompt.yaml`, () => holds(prompt, entry));
  for (const name of [...names(path, ".md"), ...names(path, ".json")]) {
    check(`reckon check ${path}/${name} --format json`, () =>
      holds(report, JSON.parse(reckon("check", `${path}/${name}`, "--format", "json"))));
  }
  if (!entry.schema) continue;
  check(`the response schema of ${path}`, () => {
    const response = ajv.compile(entry.schema);
    for (const name of names(path, ".json")) holds(response, JSON.parse(read(`${path}/${name}`)));
  });
}

console.log(`${checked} checked, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);

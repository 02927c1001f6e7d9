// SPDX-License-Identifier: MIT
// Holds what reckon prints and what its catalogue says against the JSON Schemas that it publishes:
//   - the schemas as printed and as files                reckon schema report, claims, sizing, model, prompt
//   - models/*.yaml and prompts/*/prompt.yaml            for editors
//   - JSON reports of every example answer, and of runs that differ in kind
//   - the JSON answer to every question of `reckon size`
//   - every prompt in every format                       what providers of language models take
//   - the JSON example answers against the response schema of their prompt
import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import Ajv from "ajv/dist/2020.js";
import { parse } from "yaml";
import { check, done, holds, require } from "./checks.js";
import { complaints } from "./portable.js";

const root = join(dirname(fileURLToPath(import.meta.url)), "../..");
const program = process.argv[2];
const ajv = new Ajv({ allErrors: true, strict: true, strictRequired: false, allowUnionTypes: true });

/** Runs reckon in the repository; any exit code but those of a judged answer, or those named, is a failure. */
function reckon(args, input = "", codes = [0, 1]) {
  const run = spawnSync(program, args, { cwd: root, encoding: "utf8", input, maxBuffer: 1 << 26 });
  if (!codes.includes(run.status)) {
    throw new Error(`reckon ${args.join(" ")}: exit ${run.status}\n${run.stderr}`);
  }
  return { text: run.stdout, status: run.status };
}

const read = (path) => readFileSync(join(root, path), "utf8");
const names = (folder, ending) => readdirSync(join(root, folder)).filter((name) => name.endsWith(ending)).sort();

/** A published schema, ready to validate. */
function published(name) {
  const { text } = reckon(["schema", name]);
  check(`reckon schema ${name}`, () => {
    require(text === read(`docs/schemas/${name}.json`), "is not the file");
    require(JSON.parse(text).$id === `urn:reckon:schema:${name}:1`, "has another $id");
  });
  return ajv.compile(JSON.parse(text));
}

const model = published("model");
const prompt = published("prompt");
const report = published("report");
const sizing = published("sizing");
const claims = published("claims");

/** Runs `reckon check` and validates the report, and that what it says of itself agrees. */
function checkReport(args, input = "", expect = () => {}, codes = [0, 1]) {
  check(`reckon check ${args.join(" ")} --format json`, () => {
    const { text, status } = reckon(["check", ...args, "--format", "json"], input, codes);
    const value = JSON.parse(text);
    holds(report, value);
    require(value.summary.exit === status, `says exit ${value.summary.exit} and exits with ${status}`);
    const ids = new Set(value.claims.map((claim) => claim.id));
    for (const { id, claim } of value.findings) require(claim === null || ids.has(claim), `${id}: no claim ${claim}`);
    expect(value);
  });
}

for (const name of names("models", ".yaml")) {
  check(`models/${name}`, () => holds(model, parse(read(`models/${name}`))));
}

for (const id of names("prompts", "")) {
  const path = `prompts/${id}`;
  const entry = parse(read(`${path}/prompt.yaml`));
  check(`${path}/prompt.yaml`, () => holds(prompt, entry));
  for (const name of [...names(path, ".md"), ...names(path, ".json")]) checkReport([`${path}/${name}`]);
  check(`the response schema of ${path}`, () => {
    const bad = complaints(entry.schema);
    require(bad.length === 0, bad.join("\n"));
    const response = ajv.compile(entry.schema);
    for (const name of names(path, ".json")) holds(response, JSON.parse(read(`${path}/${name}`)));
  });
  const rendered = (format) => JSON.parse(reckon(["prompt", id, "--format", format]).text);
  check(`reckon prompt ${id} --format messages`, () => {
    require(rendered("messages").map((m) => m.role).join() === "system,user", "has other roles");
  });
  // The same schema everywhere, whatever the provider wraps around it.
  check(`reckon prompt ${id} --format openai`, () => {
    const { json_schema: format } = rendered("openai").response_format;
    require(format.strict === true && /^[a-zA-Z0-9_-]{1,64}$/.test(format.name), "is no strict schema with a name");
    require(JSON.stringify(format.schema) === JSON.stringify(entry.schema), "has another schema");
  });
  check(`reckon prompt ${id} --format anthropic`, () => {
    const [tool] = rendered("anthropic").tools;
    require(JSON.stringify(tool.input_schema) === JSON.stringify(entry.schema), "has another schema");
  });
}

const plan = "prompts/payment-gateway/plan.json";
const source = "prompts/payment-gateway/source.md";
checkReport([plan, "--set", "peakTPS=24,000 TPS", "--set", "cpu_time=2 ms*core/request"], "", ({ inputs }) => {
  const rate = inputs.find((input) => input.name === "peak_rate");
  require(rate.value === 24000 && rate.from.length > 0, `peak_rate is ${JSON.stringify(rate)}`);
});
checkReport([source, plan, "prompts/ecommerce-platform/source.md"], "", ({ documents }) => {
  require(documents.length === 3 && documents[2].prompt === "ecommerce-platform", "has other documents");
});
checkReport(["-", "--stdin-name", "page.md"], "100,000 TPS × 50 µs = 2000 cores\n", ({ documents, findings }) => {
  require(documents[0].prompt === null && findings.length === 1, "is read as an answer to a prompt");
});
check("the report's schema takes no further key and misses every absent one", () => {
  const value = JSON.parse(reckon(["check", source, "LICENSE", "--format", "json"]).text);
  const visit = (node, at) => {
    if (node === null || typeof node !== "object") return;
    if (!Array.isArray(node)) {
      node.further = 1;
      require(!report(value), `${at}: a further key is taken`);
      delete node.further;
      for (const key of Object.keys(node)) {
        const { [key]: kept } = node;
        delete node[key];
        require(!report(value), `${at}/${key}: may be absent`);
        node[key] = kept;
      }
    }
    for (const [key, inner] of Object.entries(node)) visit(inner, `${at}/${key}`);
  };
  visit(value.summary, "/summary");
  visit(value.documents[0], "/documents/0");
  visit(value.diagnostics[0], "/diagnostics/0");
  visit(value.inputs[0], "/inputs/0");
  visit(value.claims.find((claim) => claim.recomputed), "/claims/*");
  visit(value.findings.find((finding) => finding.slip && finding.related.length > 0), "/findings/*");
  holds(report, value);
});
/** Runs `reckon size` and validates the answer. */
function checkSizing(args, expect = () => {}) {
  check(`reckon size ${args.join(" ")} --format json`, () => {
    const value = JSON.parse(reckon(["size", ...args, "--format", "json"]).text);
    holds(sizing, value);
    expect(value);
  });
}

for (const name of names("models", ".yaml")) checkSizing([name.replace(".yaml", "")]);
for (const id of names("prompts", "")) checkSizing([id]);
const gateway = "payment-gateway";
const varied = ["--vary", "peakTPS=50k/s..200k/s", "--vary", "cpu_time=triangular(1..2..3ms)"];
checkSizing([gateway, "--explain", "fleet.cores"]);
checkSizing([gateway, "--sweep", "regions=1..3", "--sweep", "peakTPS=1k/s..8k/s:x2"], ({ rows }) => {
  require(rows.length === 12, `has ${rows.length} rows`);
});
checkSizing(["message-log", "rate=1k/s", "--sweep", "partitions=0..2", "--outputs", "rate_per_partition"]);
checkSizing([gateway, "--solve", "peakTPS", "--for", "fleet.cores <= 1000"]);
checkSizing([gateway, "--solve", "utilisation", "--for", "fleet.cores <= 50"], ({ holds: does }) => {
  require(does === false, "holds somewhere");
});
checkSizing([gateway, "--compare", "peakTPS=200k/s", "regions=3"]);
checkSizing([gateway, ...varied, "--correlate", "peakTPS,cpu_time=0.5", "--for", "fleet.cores <= 100"]);
checkSizing(["message-log", "rate=1k/s", "--vary", "partitions=whole(0..3)"]);
checkSizing(["message-log", "rate=1k/s", "partitions=0", "--vary", "message_size=1..2KB", "--outputs", "bytes_per_partition"]);

check("reckon claims --format json", () => {
  for (const input of [read(source), "2 × 3 GB = 6 GB, see RFC 7231 \u202e 3.\n", Buffer.from("2 \xd7 3", "latin1")]) {
    const value = JSON.parse(reckon(["claims", "-", "--format", "json"], input, [0, 3]).text);
    holds(claims, value);
    const { numbers, ...fates } = value.summary;
    const sum = Object.values(fates).reduce((a, b) => a + b, 0);
    require(numbers === value.numbers.length && numbers === sum, "counts other numbers than it lists");
  }
});
// Whatever cannot be read, there is a report, and it says why.
const unreadable = ({ diagnostics, documents }) => {
  require(diagnostics.some((row) => row.severity === "error"), "does not say why");
  require(documents.length === 0, "has a document");
};
checkReport(["-"], Buffer.from("4 GB \xd7 2 = 5 GB \x1b[31m\n", "latin1"), unreadable, [3]);
checkReport(["-"], Buffer.from("PK\x03\x04 word/document", "latin1"), unreadable, [3]);
checkReport(["-"], Buffer.from("%PDF-1.7\n"), unreadable, [3]);
checkReport(["-", "--stdin-name", "a.json"], "", unreadable, [3]);
checkReport(["no-such-file.md", "src"], "", unreadable, [3]);
checkReport(["LICENSE", "--require-numbers"], "", ({ diagnostics }) => {
  require(diagnostics[0].rule === "input.no-numbers", "does not say that there is no number");
}, [1]);
// Bytes that are no UTF-8 must not break the report.
checkReport(["-"], Buffer.concat([Buffer.from("µµ × 4 GB = 5 GB \x1b[31m\u202e "), Buffer.from([0xff, 0x0a])]));

done();

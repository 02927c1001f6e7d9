// SPDX-License-Identifier: MIT
// What every reader of a format relies on, and what no validator asks: `formats.js PROGRAM`. The platforms' own
// validators are called by `.ci/validators`.
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import Ajv from "ajv/dist/2020.js";
import { check, done, holds, require } from "./checks.js";
import { reports } from "./reports.js";

const here = dirname(fileURLToPath(import.meta.url));
const ajv = new Ajv({ allErrors: true, strict: true });
const scratch = mkdtempSync(join(tmpdir(), "reckon-formats-"));

const object = (required, properties = {}) => ({
  type: "object",
  additionalProperties: false,
  required: Object.keys(required),
  properties: { ...required, ...properties },
});
const text = { type: "string", minLength: 1 };
const count = { type: "integer", minimum: 1 };
const list = (items) => ({ type: "array", items });

// From the repository's root on, with neither "./" nor a drive nor a way up.
const inRepository = { type: "string", pattern: "^(?!\\./|/|\\.\\./).+" };
const lines = object({ path: inRepository, lines: object({ begin: count }) });
const gitlab = ajv.compile(
  list(
    object(
      {
        description: text,
        check_name: text,
        fingerprint: { type: "string", pattern: "^[0-9a-f]{32}$" },
        severity: { enum: ["info", "minor", "major", "critical", "blocker"] },
        location: lines,
      },
      { other_locations: list(lines) },
    ),
  ),
);

const position = object({ line: count, column: count });
const place = object({ path: inRepository }, { range: object({ start: position, end: position }) });
const rdjson = ajv.compile(
  object({
    source: object({ name: text }),
    diagnostics: list(
      object(
        { message: text, location: place, severity: { enum: ["ERROR", "WARNING", "INFO"] }, code: object({ value: text }) },
        { related_locations: list(object({ message: text, location: place })) },
      ),
    ),
  }),
);

/** SARIF, where schema and validator are silent. */
function sarifHolds(log, findings) {
  const [run, ...more] = log.runs;
  require(log.version === "2.1.0" && more.length === 0, "is not one run of SARIF 2.1.0");
  require(Array.isArray(run.results) && run.columnKind === "unicodeCodePoints", "lacks results or columnKind");
  const { rules } = run.tool.driver;
  for (const rule of rules) {
    for (const key of ["shortDescription", "fullDescription", "help"]) {
      require(rule[key].text.length > 0 && rule[key].text.length <= 1024, `${rule.id}: ${key} is empty or too long`);
    }
    require(rule.name.length <= 255 && !("security-severity" in rule.properties), `${rule.id}: name or severity`);
  }
  const prints = new Set();
  for (const result of run.results) {
    require(rules[result.ruleIndex].id === result.ruleId, `${result.ruleId} is not the rule of its index`);
    require(!("suppressions" in result) && result.locations.length === 1, "is suppressed or has several places");
    const { artifactLocation: artifact, region } = result.locations[0].physicalLocation;
    require(artifact.uriBaseId === "%SRCROOT%" && /^[\w\-.~%/]+$/.test(artifact.uri), `address ${artifact.uri}`);
    require(!artifact.uri.startsWith("/") && !artifact.uri.includes("../"), `address ${artifact.uri}`);
    for (const key of ["startLine", "startColumn", "endLine", "endColumn"]) {
      require(region[key] >= 1, `${key} is ${region[key]}`);
    }
    const print = result.partialFingerprints["reckonFinding/v1"];
    require(!prints.has(print), `two results have the fingerprint ${print}`);
    prints.add(print);
    const ids = (result.relatedLocations ?? []).map((related) => related.id);
    const links = [...result.message.text.matchAll(/\[[^\]]*\]\((\d+)\)/g)].map((match) => Number(match[1]));
    require(links.join() === ids.join(), "links and related places differ");
  }
  require(run.results.length === findings, `has ${run.results.length} results, not ${findings}`);
}

/** Another program over a text; nothing where there is no such program. */
function asked(program, args, input) {
  const file = join(scratch, "report");
  writeFileSync(file, input);
  const run = spawnSync(program, [...args, file], { encoding: "utf8" });
  if (run.error?.code !== "ENOENT") return { status: run.status, said: run.stdout + run.stderr };
  console.log(`${program} is missing: not asked`);
  return undefined;
}

function junitHolds(xml) {
  const answer = asked("xmllint", ["--noout", "--relaxng", join(here, "junit.rng")], xml);
  require(!answer || answer.status === 0, answer?.said);
  const names = [...xml.matchAll(/<testcase (classname="[^"]*" name="[^"]*")/g)].map((match) => match[1]);
  require(new Set(names).size === names.length, "two tests have one name");
  for (const suite of xml.split("<testsuite ").slice(1)) {
    const told = (key) => Number(suite.match(new RegExp(` ${key}="(\\d+)"`))[1]);
    const found = (tag) => suite.split(`<${tag} `).length - 1;
    require(told("tests") === found("testcase") && told("failures") === found("failure"), "counts other tests");
    require(told("errors") === found("error") && told("skipped") === found("skipped"), "counts other errors");
  }
}

function tapHolds(tap) {
  const answer = asked("prove", ["-e", "cat"], tap);
  if (!answer) return;
  require(!answer.said.includes("Parse errors"), answer.said);
  const isOk = !/^not ok/m.test(tap);
  require((answer.status === 0) === isOk, `prove ends with ${answer.status}`);
}

function githubHolds(page) {
  const command = /^::(error|warning|notice) title=[^:,]+(,file=[^:,]+(,line=\d+,endLine=\d+(,col=\d+,endColumn=\d+)?)?)?::[^\r\n]+$/;
  const told = page.split("\n").filter((line) => line !== "");
  const last = told.pop();
  require(last.startsWith("reckon: "), "does not end with the count");
  for (const line of told) require(command.test(line) && !/%(?!25|0D|0A|3A|2C)/.test(line), line);
}

for (const { name, exit, texts } of reports(process.argv[2])) {
  const json = JSON.parse(texts.json);
  const told = json.findings.filter((finding) => !finding.waived);
  const faults = json.diagnostics.filter((row) => row.severity !== "note");
  const about = (format, body) => check(`${name}: ${format}`, body);

  about("exit code", () => require(exit === undefined || exit === json.summary.exit, `is ${exit}`));
  about("jsonl", () => {
    const rows = texts.jsonl.trimEnd().split("\n").map((line) => JSON.parse(line));
    const of = (type) => rows.filter((row) => row.type === type).map(({ type: _, ...row }) => row);
    for (const key of ["diagnostic", "document", "input", "claim", "finding"]) {
      require(JSON.stringify(of(key)) === JSON.stringify(json[`${key}s`]), `has other rows of ${key}`);
    }
    require(JSON.stringify(of("summary")) === JSON.stringify([json.summary]), "has another summary");
  });
  about("gitlab", () => {
    const rows = JSON.parse(texts.gitlab);
    holds(gitlab, rows);
    require(new Set(rows.map((row) => row.fingerprint)).size === rows.length, "two have one fingerprint");
    require(rows.length === told.length + faults.length, `has ${rows.length} rows`);
  });
  about("rdjson", () => {
    const value = JSON.parse(texts.rdjson);
    holds(rdjson, value);
    require(value.diagnostics.length === told.length + faults.length, `has ${value.diagnostics.length} rows`);
  });
  about("sarif", () => sarifHolds(JSON.parse(texts.sarif), told.length));
  about("junit", () => junitHolds(texts.junit));
  about("tap", () => tapHolds(texts.tap));
  about("github", () => githubHolds(texts.github));
  about("concise", () => {
    const rows = texts.concise.trimEnd().split("\n").slice(0, -1);
    const form = /^.+:\d+:\d+: (error|warning|note): .+ \[[\w.-]+\]$/;
    for (const row of rows) require(form.test(row), row);
    require(rows.length === told.length + faults.length, `has ${rows.length} lines`);
  });
  about("markdown", () => {
    const rows = texts.markdown.split("\n").filter((line) => line.startsWith("| "));
    require(rows.length === (told.length + faults.length === 0 ? 0 : told.length + faults.length + 1), "has other rows");
    require(!texts.markdown.includes("@"), "mentions somebody");
  });
}
rmSync(scratch, { recursive: true });
done();

// SPDX-License-Identifier: MIT
// What the platforms' own programs say of reports: `platforms.js PROGRAM`. A control of each shows that it would
// complain.
import { spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { Parser } from "tap-parser";
import { check, done, require } from "../checks.js";
import { reports } from "../reports.js";

const here = dirname(fileURLToPath(import.meta.url));
const modules = join(here, "node_modules");
const scratch = mkdtempSync(join(tmpdir(), "reckon-platforms-"));
const multitool = join(modules, "@microsoft/sarif-multitool-linux/Sarif.Multitool");
chmodSync(multitool, 0o755);

function kept(name, text) {
  const path = join(scratch, name);
  writeFileSync(path, text);
  return path;
}

/** Its exit code is 0 whatever it finds: what it writes is what counts. */
function sarifErrors(text) {
  const path = kept("report.sarif", text);
  const output = join(scratch, "answer.sarif");
  rmSync(output, { force: true });
  const run = spawnSync(multitool, ["validate", path, "--rule-kind", "Sarif;Ghas", "--output", output], { encoding: "utf8" });
  if (!existsSync(output)) return [`no answer: ${run.stdout}${run.stderr}`];
  const [answer] = JSON.parse(readFileSync(output, "utf8")).runs;
  const told = [...answer.results, ...(answer.invocations ?? []).flatMap((call) => call.toolExecutionNotifications ?? [])];
  return told.filter((row) => row.level === "error").map((row) => `${row.ruleId} ${JSON.stringify(row.message)}`);
}

function rdjsonErrors(text) {
  const validator = join(modules, "@umbrelladocs/rdformat-validator");
  const { bin } = JSON.parse(readFileSync(join(validator, "package.json"), "utf8"));
  const script = join(validator, typeof bin === "string" ? bin : Object.values(bin)[0]);
  const run = spawnSync(process.execPath, [script, "--strict", "--no-extra-fields", kept("report.json", text)], { encoding: "utf8" });
  return run.status === 0 ? [] : [run.stdout + run.stderr];
}

/** Assertions as somebody else reads them. */
function tapResults(text) {
  let results;
  const parser = new Parser({ strict: true }, (answer) => (results = answer));
  parser.end(text);
  return results;
}

/** A line of ours with its escapes undone, as the platform's own library writes it. */
function asCoreWrites(lines) {
  const undone = (text) => text.replaceAll("%0A", "\n").replaceAll("%0D", "\r").replaceAll("%3A", ":").replaceAll("%2C", ",").replaceAll("%25", "%");
  const calls = lines.map((line) => {
    const [, level, properties, message] = line.match(/^::(\w+) (.*?)::(.*)$/);
    const told = Object.fromEntries(properties.split(",").map((pair) => pair.split(/=(.*)/s).slice(0, 2)));
    const names = { title: "title", file: "file", line: "startLine", endLine: "endLine", col: "startColumn", endColumn: "endColumn" };
    const given = Object.fromEntries(Object.entries(told).map(([key, value]) => [names[key], undone(value)]));
    return { level, message: undone(message), given };
  });
  const script = `import * as core from "@actions/core";
    for (const { level, message, given } of ${JSON.stringify(calls)}) core[level](message, given);`;
  return spawnSync(process.execPath, ["--input-type=module", "-e", script], { cwd: here, encoding: "utf8" }).stdout;
}

check("Sarif.Multitool complains of what is no report", () => {
  require(sarifErrors('{"version": "2.1.0", "runs": [{"tool": {"driver": {"name": "x"}}}]}').length > 0, "it does not");
});
check("rdformat-validator complains of what is no report", () => {
  require(rdjsonErrors('{"diagnostics": [{"message": 1}]}').length > 0, "it does not");
});
check("tap-parser complains of a bad plan", () => require(!tapResults("TAP version 13\n1..2\nok 1\n").ok, "it does not"));

const schemas = process.argv.slice(3);
for (const schema of schemas) {
  check(`${schema} complains of what is no report`, () => {
    const path = kept("no.xml", "<testsuites><testcase/></testsuites>");
    require(spawnSync("xmllint", ["--noout", "--schema", schema, path]).status !== 0, "it does not");
  });
}

for (const { name, texts } of reports(process.argv[2])) {
  const about = (format, body) => check(`${name}: ${format}`, body);
  about("sarif", () => {
    const errors = sarifErrors(texts.sarif);
    require(errors.length === 0, errors.join("\n"));
  });
  about("rdjson", () => {
    const errors = rdjsonErrors(texts.rdjson);
    require(errors.length === 0, errors.join("\n"));
  });
  about("tap", () => {
    const { count, fail, failures } = tapResults(texts.tap);
    require(count === texts.tap.match(/^(not )?ok /gm).length, `counts ${count} tests`);
    require(fail === (texts.tap.match(/^not ok /gm) ?? []).length, `counts ${fail} failures`);
    require(failures.every((failure) => !failure.tapError), JSON.stringify(failures));
  });
  about("github", () => {
    const lines = texts.github.split("\n").filter((line) => line.startsWith("::"));
    const expected = lines.map((line) => `${line}\n`).join("");
    require(asCoreWrites(lines) === expected, "@actions/core writes other bytes");
  });
  for (const schema of schemas) {
    about(`junit by ${schema}`, () => {
      const run = spawnSync("xmllint", ["--noout", "--schema", schema, kept("report.xml", texts.junit)], { encoding: "utf8" });
      require(run.status === 0, run.stderr);
    });
  }
}
rmSync(scratch, { recursive: true });
done();

// SPDX-License-Identifier: MIT
// Reports in every format, for those who read them: the golden files, and what the program writes about files
// with odd names. Each is a name, an exit code if a program ended with one, and a text for each format.
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "../..");
const golden = join(root, "tests/report/golden/formats");

export const formats = readdirSync(golden)
  .filter((name) => name.startsWith("zero."))
  .map((name) => name.slice("zero.".length));

function goldenReport(name) {
  const text = (format) => readFileSync(join(golden, `${name}.${format}`), "utf8");
  return { name: `golden ${name}`, texts: Object.fromEntries(formats.map((format) => [format, text(format)])) };
}

const right = "- Hot set: 8 shards × 3 GB = 24 GB\n";
const wrong = "# Größe 100 %: a, b ]]> <c>\n\n- ]]> 𝔘 8 shards × 3 GB = 42 GB ::error::x\n";

/** What the program writes about a repository of such files, called from a folder inside of it. */
function written(program, name, files) {
  const folder = mkdtempSync(join(tmpdir(), "reckon-formats-"));
  try {
    mkdirSync(join(folder, ".git"));
    mkdirSync(join(folder, "design docs"));
    for (const [path, text] of Object.entries(files)) writeFileSync(join(folder, "design docs", path), text);
    const args = ["check", ...Object.keys(files).map((path) => `./${path}`), "--quiet"];
    for (const format of formats) args.push("--report", `${format}=${join(folder, `report.${format}`)}`);
    const run = spawnSync(program, args, { cwd: join(folder, "design docs"), encoding: "utf8" });
    const text = (format) => readFileSync(join(folder, `report.${format}`), "utf8");
    return { name, exit: run.status, texts: Object.fromEntries(formats.map((format) => [format, text(format)])) };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

export function reports(program) {
  return [
    ...["zero", "one", "many"].map(goldenReport),
    written(program, "nothing to tell", { "plan.md": right }),
    written(program, "odd names", {
      "100%, ü: x]]> & 'y'.md": wrong,
      "::error::name.md": wrong,
      "tab\tand\nline.md": wrong,
      "plan.md": right,
    }),
    written(program, "unreadable", { "scan.pdf": "%PDF-1.7\n", "bad.json": '{"a": ', "plan.md": wrong }),
  ];
}

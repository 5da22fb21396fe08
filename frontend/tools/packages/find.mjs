// What every script here does first: it reads its arguments, PROJECT_ROOT
// [NODE_MODULES] [--check], and finds its npm packages in exactly the wanted
// versions, in NODE_MODULES, in NODE_PATH or above the current directory.
import { createRequire } from "node:module";
import fs from "node:fs";
import path from "node:path";
import process from "node:process";

export function begin(script, versions) {
  const fail = (message) => {
    console.error(`${script}: ${message}`);
    process.exit(1);
  };
  const check = process.argv.includes("--check");
  const [root, modules] = process.argv.slice(2).filter((a) => a !== "--check");
  if (!root) fail(`usage: ${script} PROJECT_ROOT [NODE_MODULES] [--check]`);

  const require = createRequire(import.meta.url);
  const paths = [
    modules,
    ...(process.env.NODE_PATH ?? "").split(path.delimiter),
    path.join(process.cwd(), "node_modules"),
  ].filter(Boolean).map((p) => path.resolve(p));
  const load = (name) => {
    for (const base of paths) {
      const file = path.join(base, name);
      if (fs.existsSync(file)) return require(file);
    }
    try {
      return require(require.resolve(name, { paths: [process.cwd()] }));
    } catch {
      const wanted = Object.entries(versions).map(([pkg, version]) => `${pkg}@${version}`);
      return fail(`cannot find ${name}: npm install ${wanted.join(" ")}`);
    }
  };
  for (const [pkg, wanted] of Object.entries(versions)) {
    const { version } = load(`${pkg}/package.json`);
    if (version !== wanted) fail(`${pkg} is ${version}, expected ${wanted}`);
  }
  return { root, check, fail, load };
}

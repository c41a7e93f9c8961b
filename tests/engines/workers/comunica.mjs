// Comunica over N3.js, asked line by line; the protocol stands in worker.py.
import { createReadStream } from "node:fs";
import { createRequire } from "node:module";
import { createInterface } from "node:readline";

const require = createRequire(`${process.argv[2]}/package.json`);
const { QueryEngine } = require("@comunica/query-sparql-rdfjs-lite");
const { Store, StreamParser } = require("n3");

const engine = new QueryEngine();
const datasets = new Map();
const encode = (text) => Buffer.from(text, "utf8").toString("base64");

// A file as a store under a name; how many statements it holds.
async function load(name, path) {
  const store = new Store();
  const format = path.endsWith(".trig") ? "TriG" : path.endsWith(".nq") ? "N-Quads" : "Turtle";
  const parser = new StreamParser({ format });
  await new Promise((resolve, reject) => {
    createReadStream(path).on("error", reject).pipe(parser).on("data", (quad) => store.addQuad(quad))
      .on("error", reject).on("end", resolve);
  });
  datasets.set(name, store);
  return String(store.size);
}

function asJson(term) {
  if (term.termType === "NamedNode") return { type: "uri", value: term.value };
  if (term.termType === "BlankNode") return { type: "bnode", value: term.value };
  const literal = { type: "literal", value: term.value };
  if (term.language) return { ...literal, "xml:lang": term.language };
  return { ...literal, datatype: term.datatype.value };
}

// The answer on the union of all graphs as SPARQL JSON.
async function select(name, query) {
  const text = Buffer.from(query, "base64").toString("utf8");
  const result = await engine.query(text, { sources: [datasets.get(name)], unionDefaultGraph: true });
  const head = { vars: (await result.metadata()).variables.map((item) => (item.variable ?? item).value) };
  const bindings = await (await result.execute()).toArray();
  const rows = bindings.map((row) => Object.fromEntries([...row].map(([key, term]) => [key.value, asJson(term)])));
  return encode(JSON.stringify({ head, results: { bindings: rows } }));
}

for await (const line of createInterface({ input: process.stdin })) {
  const [what, name, value] = line.split("\t");
  try {
    console.log(`OK\t${await (what === "LOAD" ? load(name, value) : select(name, value))}`);
  } catch (error) {
    console.log(`ERROR\t${encode(String(error))}`);
  }
}

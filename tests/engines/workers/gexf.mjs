// Graphology's reader of GEXF: the file's nodes and edges as JSON.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const require = createRequire(`${process.argv[2]}/package.json`);
const Graph = require("graphology");
const gexf = require("graphology-gexf");

const graph = gexf.parse(Graph, readFileSync(process.argv[3], "utf8"));
console.log(
  JSON.stringify({
    type: graph.type,
    nodes: graph.mapNodes((node, { label }) => [node, label]),
    edges: graph.mapEdges((edge, { predicate }, source, target) => [source, target, predicate]),
  }),
);

// Neo4j's own Cypher language support: each line of stdin is a statement, each line of stdout what it finds in that.
import { createRequire } from "node:module";
import { createInterface } from "node:readline";

const require = createRequire(`${process.argv[2]}/package.json`);
const { lintCypherQuery } = require("@neo4j-cypher/language-support");

for await (const line of createInterface({ input: process.stdin })) {
  console.log(JSON.stringify(lintCypherQuery(line, {}).diagnostics.map(({ severity, message }) => ({ severity, message }))));
}

// Run by check_web_clients.py: what kepler.gl's own field analyser makes of a GeoJSON file.
// node web_clients.mjs PACKAGES FILE -> JSON {rows, fields: {name: type}}
import {readFileSync} from "node:fs";
import {createRequire} from "node:module";
import {join} from "node:path";

const [packages, file] = process.argv.slice(2);
const {processGeojson} = createRequire(join(packages, "index.js"))("@kepler.gl/processors");
const {rows, fields} = processGeojson(JSON.parse(readFileSync(file, "utf8")));
const types = Object.fromEntries(fields.map(({name, type}) => [name, type]));
process.stdout.write(JSON.stringify({rows: rows.length, fields: types}));

// Validates FHIR Bundles: node fhir_validate.mjs <folder with node_modules/fhir> <file>...
// Prints one line for each error or warning; test_fhir.py runs it.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

const [folder, ...files] = process.argv.slice(2);
const { Fhir } = createRequire(join(folder, "package.json"))("fhir");
const fhir = new Fhir();
for (const file of files) {
  const bundle = JSON.parse(readFileSync(file, "utf8"));
  const { messages } = fhir.validate(bundle, { errorOnUnexpected: true });
  for (const { severity, location, message, resourceId } of messages) {
    console.log([severity, resourceId, location, message].join("\t"));
  }
  console.log(`checked\t${bundle.resourceType}\t${(bundle.entry ?? []).length}`);
}

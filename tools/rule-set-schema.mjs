// `npm run schema`: writes packages/mapping-rules/schema.json, the schema that rules are read by, with words for editors.
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { publishedSchema } from '../packages/mapping-rules/src/schema/published-schema.ts';

const file = fileURLToPath(new URL('../packages/mapping-rules/schema.json', import.meta.url));
const options = { ...(await resolveConfig(file)), filepath: file };
writeFileSync(file, await format(JSON.stringify(publishedSchema()), options));

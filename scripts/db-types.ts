/** Writes platform/db/schema.gen.ts from a freshly migrated database: the database is the truth. */
import { execFileSync } from 'node:child_process'
import { join } from 'node:path'

const url = process.argv[2]
if (!url) throw new Error('usage: npm run db:types -- postgres://…  (a migrated database)')
const bin = join(import.meta.dirname, '..', 'node_modules', '.bin', 'kysely-codegen')
execFileSync(
  bin,
  [
    '--url',
    url,
    '--dialect',
    'postgres',
    '--out-file',
    'platform/db/schema.gen.ts',
    '--include-pattern',
    '(platform|people|playbook|language|customers|channels|orders|loyalty|tickets|incidents|insights|notify).*',
    '--default-schema',
    'none',
    '--numeric-parser',
    'number',
    '--type-mapping',
    JSON.stringify({ int8: 'number' }),
  ],
  { stdio: 'inherit' },
)

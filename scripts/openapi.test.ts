import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { CLIENT_TYPES, clientTypes } from './openapi.ts'

test('the console knows the API as the server declares it', async () => {
  const kept = readFileSync(CLIENT_TYPES, 'utf8')
  expect(kept === (await clientTypes()), 'api.gen.ts is out of date: npm run openapi').toBe(true)
}, 120_000)

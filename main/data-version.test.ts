import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { isNewer, markDataVersion } from './data-version.ts'

test.each([
  ['0.2.0', '0.1.9', true],
  ['0.10.0', '0.9.0', true],
  ['1.0.0', '1.0.0', false],
  ['0.1.0', '0.2.0', false],
  ['1.0.0-beta', '1.0.0', false],
])('%s is newer than %s: %s', (a, b, newer) => {
  expect(isNewer(a, b)).toBe(newer)
})

test('a data folder goes forward with the program and not back', () => {
  const dir = mkdtempSync(join(tmpdir(), 'huiyin-version-'))
  markDataVersion(dir, '0.1.0')
  markDataVersion(dir, '0.3.0')
  expect(() => markDataVersion(dir, '0.2.0')).toThrow('newer Huiyin 0.3.0')
  rmSync(dir, { recursive: true })
})

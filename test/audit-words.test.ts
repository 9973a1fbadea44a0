import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import words from '#locales/zh-CN/governance.json' with { type: 'json' }

const DOMAINS = join(import.meta.dirname, '..', 'domains')

/** Actions that are written into the audit trail by name; those of the emergency room are named without the room. */
function actionsWritten(): string[] {
  const named = sourcesOf('**/*.ts').flatMap((source) =>
    [...source.matchAll(/\baction: '([a-z]+\.[A-Za-z]+)'/g)].map(([, name]) => name!),
  )
  const ofRooms = sourcesOf('incidents/**/*.ts').flatMap((source) =>
    [...source.matchAll(/\brecord\(desk,\s*([^,)]+)/g)].flatMap(([, said]) =>
      [...said!.replace(/===\s*'\w+'/g, '').matchAll(/'([A-Za-z]+)'/g)].map(
        ([, name]) => `incidents.${name}`,
      ),
    ),
  )
  return [...new Set([...named, ...ofRooms])]
}

const sourcesOf = (files: string) =>
  globSync(files, { cwd: DOMAINS })
    .filter((file) => !file.endsWith('.test.ts'))
    .map((file) => readFileSync(join(DOMAINS, file), 'utf8'))

test('whatever is written into the audit trail has words there, and its room a name', () => {
  const actions = actionsWritten()
  expect(actions.length).toBeGreaterThan(100)
  expect(actions.filter((action) => !(action in words.action))).toEqual([])
  const rooms = Object.keys(words.action).map((action) => action.split('.')[0]!)
  expect(rooms.filter((room) => !(room in words.room))).toEqual([])
})

import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import words from '#locales/zh-CN/incidents.json' with { type: 'json' }

const ROOM = join(import.meta.dirname, '..', 'domains', 'incidents')

/** The facts that are written by name, also those of the two ways of a condition. */
function factsWritten(): string[] {
  const sources = globSync('**/*.ts', { cwd: ROOM }).map((file) => readFileSync(join(ROOM, file), 'utf8'))
  const named = sources.flatMap((source) =>
    [...source.matchAll(/addFact\(\s*\w+,\s*([^,]+),?/g)].map(([, fact]) =>
      fact!.replace(/===\s*'[a-z_]+'/g, ''),
    ),
  )
  return [...new Set(named.flatMap((fact) => [...fact.matchAll(/'([a-z_]+)'/g)].map(([, name]) => name!)))]
}

test('whatever is written into the timeline of an emergency is a sentence there', () => {
  const facts = factsWritten()
  expect(facts.length).toBeGreaterThan(30)
  expect(facts.filter((fact) => !(fact in words.fact))).toEqual([])
})

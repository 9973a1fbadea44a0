import type { Mention, Mentionable } from '#contracts/tickets/composer'

export type Person = Mentionable['people'][number]
export type Team = Mentionable['teams'][number]
export type Choice = { key: string; name: string; person?: Person; team?: Team }

/** Whom an @ offers: people, those on duty first, then teams; found by any part of the name. */
export function choicesFor(known: Mentionable | undefined, words: string): Choice[] {
  const fits = (name: string) => name.toLowerCase().includes(words.trim().toLowerCase())
  const people = (known?.people ?? []).filter((p) => fits(p.name)).slice(0, 12)
  const teams = (known?.teams ?? []).filter((t) => fits(t.name)).slice(0, 6)
  return [
    ...people.map((person) => ({ key: person.id, name: person.name, person })),
    ...teams.map((team) => ({ key: `team:${team.key}`, name: team.name, team })),
  ]
}

/**
 * Who is named in a text: whoever's name stands behind an @, the longest that fits; of two with one name the one that was picked,
 * otherwise the first.
 */
export function mentionsIn(
  text: string,
  known: Mentionable | undefined,
  picked: readonly Mention[],
): Mention[] {
  const chosen = new Set(picked.map(keyOf))
  const all: { name: string; mention: Mention }[] = [
    ...(known?.people ?? []).map((p) => ({ name: p.name, mention: { staffId: p.id } })),
    ...(known?.teams ?? []).map((t) => ({ name: t.name, mention: { team: t.key } })),
  ]
  const found = new Map<string, Mention>()
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
    const behind = text.slice(at + 1)
    const fitting = all.filter(({ name }) => name && behind.startsWith(name))
    const longest = Math.max(0, ...fitting.map(({ name }) => name.length))
    const same = fitting.filter(({ name }) => name.length === longest)
    const one = same.find(({ mention }) => chosen.has(keyOf(mention))) ?? same[0]
    if (one) found.set(keyOf(one.mention), one.mention)
  }
  return [...found.values()]
}

function keyOf(mention: Mention): string {
  return 'staffId' in mention ? mention.staffId : `team:${mention.team}`
}

/** A text cut at the names in it: those with `named` are shown as chips. */
export function cutAtNames(text: string, names: readonly string[]): { text: string; named: boolean }[] {
  const signs = names.filter(Boolean).map((name) => `@${name}`)
  if (!signs.length) return [{ text, named: false }]
  const longestFirst = signs.toSorted((a, b) => b.length - a.length)
  const pattern = new RegExp(`(${longestFirst.map(escaped).join('|')})`, 'u')
  return text
    .split(pattern)
    .filter(Boolean)
    .map((part) => ({ text: part, named: signs.includes(part) }))
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}

/** The rules of the house that no ready-made tool checks, as pure functions: files in, sentences about violations out. */

/** Path from the root → text. */
export type Files = Record<string, string>
export type Words = { [key: string]: string | Words }
export type Languages = Record<'zh-CN' | 'zh-TW' | 'en', Record<string, string>>

const LIMIT = 400
const TEST_LIMIT = 600
const isTest = (path: string) => /\.test\.tsx?$/.test(path)
const entriesUnder = (files: Files, place: RegExp) =>
  Object.entries(files).filter(([path]) => place.test(path))

export function tooLong(files: Files): string[] {
  return entriesUnder(files, /\.(ts|tsx|mjs|cjs|css|sql)$/).flatMap(([path, text]) => {
    const lines = text.trimEnd().split('\n').length
    const limit = isTest(path) ? TEST_LIMIT : LIMIT
    return lines > limit ? [`${path} has ${lines} lines, ${limit} are allowed`] : []
  })
}

/** Names that say nothing about what is inside. */
export function emptyNames(files: Files): string[] {
  const empty = /(^|[-./])(utils?|helpers?|common|misc|managers?|services?)([-./]|$)/i
  return entriesUnder(files, /\.(ts|tsx|mjs|css|sql)$/).flatMap(([path]) => {
    return empty.test(path) ? [`${path}: name it after what it holds`] : []
  })
}

/** Every code declared with defineErrors, as `room.code`. */
export function declaredCodes(files: Files): string[] {
  return entriesUnder(files, /^(platform|domains|main)\/.*\.ts$/)
    .filter(([path]) => !isTest(path))
    .flatMap(([, text]) =>
      [...text.matchAll(/defineErrors\(\s*'([a-z]+)',\s*\{([^}]*)\}/g)].flatMap(([, room, body]) =>
        [...body!.replace(/\/\/.*|\/\*[\s\S]*?\*\//g, '').matchAll(/(\w+)\s*:\s*\d{3}/g)].map(
          (m) => `${room}.${m[1]}`,
        ),
      ),
    )
}

export function missingSentences(codes: readonly string[], errors: Languages): string[] {
  return codes.flatMap((code) =>
    Object.entries(errors)
      .filter(([, words]) => !words[code]?.trim())
      .map(([language]) => `${code} has no sentence in ${language}`),
  )
}

/** Nested words as `a.b.c`; English plural endings count as one key. */
export function flatten(words: Words): Record<string, string> {
  return Object.fromEntries(
    Object.entries(leavesOf(words)).map(([key, value]) => [key.replace(PLURAL_ENDING, ''), value]),
  )
}

const PLURAL_ENDING = /_(one|other)$/

function leavesOf(words: Words, path = ''): Record<string, string> {
  return Object.fromEntries(
    Object.entries(words).flatMap(([key, value]) =>
      typeof value === 'string'
        ? [[`${path}${key}`, value]]
        : Object.entries(leavesOf(value, `${path}${key}.`)),
    ),
  )
}

/**
 * English that would say “1 tickets”: a number and a plural after it, without a `key_one` beside it.
 * Shape: a number is `count`, and whatever the Chinese sentence says a measure word after; `most` names a limit, which is never one.
 */
export function lacksSingular(namespace: string, english: Words, chinese: Words): string[] {
  const [en, zh] = [leavesOf(english), flatten(chinese)]
  return Object.entries(en).flatMap(([key, sentence]) => {
    const name = key.replace(PLURAL_ENDING, '')
    if (en[`${name}_one`] !== undefined) return []
    const plurals = [...sentence.matchAll(/\{\{(\w+)\}\}((?: [a-z-]+){1,2})/g)].filter(
      ([, variable, after]) => isNumber(variable!, zh[name] ?? '') && after!.split(' ').some(isPlural),
    )
    return plurals.map(
      ([said]) => `en/${namespace}.json “${key}” has no singular for “${said}”: ${name}_one, ${name}_other`,
    )
  })
}

const MEASURES = '[个条张次位人家天件份道颗星分行页组项步种字笔篇名轮遍秒岗批台杯盒瓶间句票周积]'
const isNumber = (variable: string, chinese: string) =>
  variable === 'count' ||
  (variable !== 'most' && new RegExp(`(?<!第 ?)\\{\\{${variable}\\}\\} ?${MEASURES}`).test(chinese))
const NO_PLURALS = ['is', 'was', 'has', 'its', 'this', 'less', 'always', 'as', 'us', 'across', 'plus']
const isPlural = (word: string) =>
  (/^([a-z-]{2,}[^s]s|are|were|have|people|children)$/.test(word) || /^[a-z-]+sses$/.test(word)) &&
  !NO_PLURALS.includes(word)

/** The same keys with the same {{variables}} in every language. */
export function unevenWords(namespace: string, languages: Languages): string[] {
  const keys = new Set(Object.values(languages).flatMap((words) => Object.keys(words)))
  return [...keys].flatMap((key) => {
    const lacking = Object.entries(languages).filter(([, words]) => words[key] === undefined)
    if (lacking.length) return lacking.map(([language]) => `${language}/${namespace}.json lacks “${key}”`)
    const [first, ...others] = Object.values(languages).map((words) => variablesOf(words[key]!))
    return others.every((v) => v === first)
      ? []
      : [`${namespace}.json “${key}”: the languages name different variables`]
  })
}

function variablesOf(text: string): string {
  return [...new Set([...text.matchAll(/\{\{-?\s*(\w+)/g)].map((m) => m[1]))].sort().join()
}

/**
 * Chinese characters in the English file are words left behind. Where a channel is connected, an English sentence may name the menus of a Chinese platform,
 * which has no others; a sentence without English words is still one left behind.
 */
export function wrongLanguage(namespace: string, languages: Languages): string[] {
  return Object.entries(languages.en).flatMap(([key, text]) =>
    /\p{Script=Han}/u.test(text) &&
    !/languageName|locale|brandName/i.test(key) &&
    !(namespace.startsWith('connect-') && /[a-z]{2,}/i.test(text))
      ? [`en/${namespace}.json “${key}” is Chinese: ${text}`]
      : [],
  )
}

/** The rooms that a module.ts names in `uses`. */
export function usesOf(files: Files, room: string): string[] {
  const list = /\buses:\s*\[([^\]]*)\]/.exec(files[`domains/${room}/module.ts`] ?? '')?.[1] ?? ''
  return [...list.matchAll(/'([a-z]+)'/g)].map((m) => m[1]!)
}

/** Calls go down: a room may use only rooms listed before it. */
export function upwardUses(files: Files, rooms: readonly string[]): string[] {
  return rooms.flatMap((room, place) =>
    usesOf(files, room)
      .filter((used) => !rooms.slice(0, place).includes(used))
      .map((used) => `${room} uses ${used}, which does not stand before it`),
  )
}

/** A foreign key is an import: a table points only at tables of its own room, the platform, or rooms in `uses`. */
export function foreignKeysOutside(files: Files): string[] {
  return entriesUnder(files, /^domains\/[^/]+\/migrations\/.*\.sql$/).flatMap(([path, sql]) => {
    const room = path.split('/')[1]!
    const allowed = [room, 'platform', ...usesOf(files, room)]
    return [...sql.matchAll(/\breferences\s+([a-z_]+)\.([a-z_]+)/g)]
      .filter(([, schema]) => !allowed.includes(schema!))
      .map(([, schema, table]) => `${path} points at ${schema}.${table}`)
  })
}

/** No join across rooms: a room names only its own tables (and another's report_ views). */
export function foreignTables(files: Files, tables: readonly string[]): string[] {
  return entriesUnder(files, /^domains\/.*\.(ts|sql)$/)
    .filter(([path]) => !isTest(path))
    .flatMap(([path, text]) => {
      const room = path.split('/')[1]!
      return tables
        .filter(
          (table) =>
            !table.startsWith(`${room}.`) && !table.startsWith('platform.') && !table.includes('.report_'),
        )
        .filter((table) =>
          new RegExp(
            `(From|Into|Table|Join|join|from|into|update)\\b[\\s(]*['"]?${table.replace('.', '\\.')}\\b`,
          ).test(text),
        )
        .map((table) => `${path} reads or writes ${table}`)
    })
}

/** All SQL of a room sits in files that end in -data.ts. */
export function scatteredSql(files: Files): string[] {
  return entriesUnder(files, /^domains\/.*\.ts$/)
    .filter(([path]) => !isTest(path) && !/-data\.ts$/.test(path))
    .filter(([, text]) => /\b(selectFrom|insertInto|updateTable|deleteFrom)\(|\bsql(<[^`]*>)?`/.test(text))
    .map(([path]) => `${path} holds SQL; it belongs in a -data.ts file`)
}

export type GlossaryWord = { word: string; instead: string[] }

/** Exported names and file names use the glossary's word, not one of the words it replaces. */
export function strayWords(files: Files, glossary: readonly GlossaryWord[]): string[] {
  const terms = glossary.map(({ word }) => wordsIn(word)).filter((term) => term.length > 1)
  return entriesUnder(files, /^(contracts|domains)\/.*\.ts$/).flatMap(([path, text]) => {
    const exported = [...text.matchAll(/^export (?:async )?(?:function|const|type) (\w+)/gm)].map(
      (m) => m[1]!,
    )
    const said = [path.split('/').at(-1)!.replace(/\.ts$/, ''), ...exported].map((name) => ({
      name,
      parts: withoutTerms(partsOf(name), terms),
    }))
    return glossary.flatMap(({ word, instead }) =>
      said
        .filter(({ parts }) => parts.some((part) => instead.includes(part)))
        .map(({ name }) => `${path}: “${name}” should say ${word}`),
    )
  })
}

/** `storeInbound` begins with a verb, which is nobody's business here; file and type names are nouns throughout. */
function partsOf(name: string): string[] {
  const parts = wordsIn(name)
  return /^[a-z]+[A-Z]/.test(name) ? parts.slice(1) : parts
}

function wordsIn(name: string): string[] {
  return name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
}

/** A term of several words that stands in the glossary itself (`ownCase`) is right as it is. */
function withoutTerms(parts: string[], terms: readonly string[][]): string[] {
  const term = terms.find((one) => ` ${parts.join(' ')} `.includes(` ${one.join(' ')} `))
  return term ? parts.filter((part) => !term.includes(part)) : parts
}

/** The glossary's table: `| 中文 | word | never |`. */
export function readGlossary(markdown: string): GlossaryWord[] {
  return [...markdown.matchAll(/^\|[^|]+\| *`([\w.]+)`[^|]*\|([^|]*)\|/gm)].map(([, word, never]) => ({
    word: word!,
    instead: never!
      .split(/[,、]/)
      .map((w) => w.trim().replaceAll('`', ''))
      .filter(Boolean),
  }))
}

/** The lock file must not say where packages come from. */
export function namedRegistries(files: Files): string[] {
  return Object.entries(files).flatMap(([path, text]) =>
    /"resolved"\s*:|\bregistry\s*=|https?:\/\/[^\s"']*(registry|npmmirror|npmjs|yarnpkg)/i.test(text)
      ? [`${path} names a download address`]
      : [],
  )
}

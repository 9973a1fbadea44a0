import { type DemoMenu, MENUS } from './menus.ts'
import { MEANT, MORE } from './orders-dishes.ts'

type Item = DemoMenu['items'][number]

const ONE_OF = (key: string, name: string, choices: [string, string][]) => ({
  key,
  name,
  min: 1,
  max: 1,
  choices: choices.map(([choice, words]) => ({ key: choice, name: words })),
})
const SPICE = ONE_OF('spice', '辣度', [
  ['none', '不辣'],
  ['mild', '微辣'],
  ['hot', '正常辣'],
])
const SUGAR = ONE_OF('sugar', '甜度', [
  ['full', '正常糖'],
  ['less', '少糖'],
  ['half', '半糖'],
  ['none', '不另加糖'],
])
const ICE = ONE_OF('ice', '冰量', [
  ['normal', '正常冰'],
  ['less', '少冰'],
  ['none', '去冰'],
  ['hot', '热'],
])

/** Everything the demo's brand sells: its menu and what its customers have eaten besides. */
export function itemsOf(pack: string): Item[] {
  return [
    ...(MENUS[pack]?.items ?? []),
    ...(MORE[pack] ?? []).map(([sku, name, priceYuan, station, makeS, ingredients, section]) => ({
      sku,
      name,
      section,
      kind: pack === 'general' ? ('product' as const) : ('dish' as const),
      priceMinor: priceYuan * 100,
      station,
      makeS,
      ingredients: ingredients.split(' ').filter(Boolean),
      options: optionsOf(pack, section),
    })),
  ]
}

function optionsOf(pack: string, section: string) {
  if (pack === 'milk_tea') return [SUGAR, ICE]
  return pack === 'takeaway' && ['盖饭', '面', '小炒'].includes(section) ? [SPICE] : []
}

export type Line = { sku: string; quantity: number; options: Record<string, string[]>; note: string }

/** What was ordered, judged by what is said of it; something usual where nothing is named. The first line is the one complained about. */
export function linesFor(pack: string, text: string, random: () => number): Line[] {
  const items = itemsOf(pack)
  const named = items.filter(
    ({ sku, name }) => text.includes(name) || (MEANT[sku] && new RegExp(MEANT[sku]).test(text)),
  )
  const usual = items.slice(0, 7)
  const first = named.length ? named.slice(0, 2) : [usual[Math.floor(random() * usual.length)]!]
  const beside = usual[Math.floor(random() * usual.length)]!
  const chosen = first.length > 1 || pack === 'general' || random() < 0.7 ? first : [...first, beside]
  const note = noteIn(text)
  return [...new Set(chosen)].map((item, n) => ({
    sku: item.sku,
    quantity: n === 0 ? countIn(text) : 1,
    options: Object.fromEntries(
      (item.options ?? [])
        .filter((option) => option.min)
        .map(({ key, choices }) => [key, [chosenIn(text, key) ?? choices[n % choices.length]!.key]]),
    ),
    note: n === 0 ? note : '',
  }))
}

const SAID: Record<string, [RegExp, string][]> = {
  sugar: [
    [/三分糖|少糖|微糖/, 'less'],
    [/五分糖|半糖/, 'half'],
    [/无糖|不加糖/, 'none'],
  ],
  ice: [
    [/点的热|要热|热的/, 'hot'],
    [/去冰|常温/, 'none'],
    [/少冰/, 'less'],
  ],
  spice: [
    [/不要辣|不吃辣|清汤|不辣/, 'none'],
    [/微辣/, 'mild'],
  ],
}

function chosenIn(text: string, option: string): string | undefined {
  return SAID[option]?.find(([said]) => said.test(text))?.[1]
}

/** 不要椰果, 海鲜过敏: what the customer had asked for. */
function noteIn(text: string): string {
  const [asked] = /(?:不要|别放|不吃)(?:放)?(?!辣|跟|再)[一-龥]{2,6}?(?=[，。！!、]|$)/.exec(text) ?? []
  const [allergic] = /(?:海鲜|花生|芒果|坚果)过敏/.exec(text) ?? []
  return [asked, allergic].filter(Boolean).join('，')
}

const COUNTS: [RegExp, number][] = [
  [/三十二/, 32],
  [/四杯/, 4],
  [/三杯|三碗|三个人/, 3],
  [/两杯|两份|两个同事/, 2],
]

function countIn(text: string): number {
  return COUNTS.find(([said]) => said.test(text))?.[1] ?? 1
}

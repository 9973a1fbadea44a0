import type { Text } from '#contracts/kit'
import type { Playbook } from '#contracts/playbook'
import type { Finding, IssuePath } from './playbook-issue.ts'

export const TEMPLATE_VARIABLES = [
  'customer',
  'number',
  'shop',
  'brand',
  'team',
  'staff',
  'expected',
  'link',
  'order',
] as const
/** Only where it is told what is given: what it is, and the coupon's code. */
const COMPENSATION_VARIABLES = [...TEMPLATE_VARIABLES, 'gift', 'code'] as const

/** Messages the program sends by itself, so the playbook must have words for them. */
const NEEDED: readonly Playbook['templates'][number]['scenario'][] = [
  'acknowledgement',
  'proposal',
  'remind_confirm',
  'closed_silent',
]

/**
 * Asking for a good review, or for one to be changed or taken back.
 * Source: unfair competition rule in force 2024-09-01, art. 9 (reference 9.2): rewards for reviews are fined, so no text
 * a customer gets may ask for one. Rating our own handling is not a review.
 */
const ASKS_FOR_REVIEW = [
  /(好评|五星|5\s*星|晒图|晒单|追评)[^，。！？；\n]{0,8}(返|送|领|红包|有礼|优惠|券|现金|截图)/,
  /(给|打|求|赏|留|写|补|来)(我们|咱们|小店|本店|店里|一?[个条份下])*(五星|5\s*星|全)?(好评|五星)/,
  /(删除?|删掉|撤回|撤销|撤掉|修改|更改|改掉|改成|改为|隐藏)[^，。！？；\n]{0,8}(评价|评论|差评|好评|中评|点评)/,
  /(评价|评论|差评|点评)[^，。！？；\n]{0,4}(删|撤掉|撤回|撤销|改成|改为|修改|改一?下|改掉|隐藏)/,
  /改(好|差)?评|追加评价|追评/,
  /\b(delete|remove|change|edit|revise|withdraw|take down|update)\b[^.!?\n]{0,20}\b(reviews?|ratings?)\b/i,
  /\b(leave|write|post|give us|give me)\b[^.!?\n]{0,30}\b(reviews?|(five|5)[- ]stars?)\b/i,
  /\brate us\b[^.!?\n]{0,20}\b(five|5)\b/i,
]

/** Words a customer gets: known variables only, nothing missing, and no request the law forbids. */
export function wordingFindings(playbook: Playbook): Finding[] {
  const texts: [IssuePath, Text][] = [
    ...playbook.templates.map((t, i): [IssuePath, Text] => [['templates', i, 'text'], t.text]),
    ...playbook.forms.flatMap((form, i): [IssuePath, Text][] => [
      [['forms', i, 'title'], form.title],
      [['forms', i, 'subtitle'], form.subtitle],
      [['forms', i, 'thanks'], form.thanks],
    ]),
    ...playbook.compensation.offers.flatMap((offer, i): [IssuePath, Text][] =>
      offer.item ? [[['compensation', 'offers', i, 'item'], offer.item]] : [],
    ),
  ]
  return [
    ...NEEDED.filter((scenario) => !playbook.templates.some((t) => t.scenario === scenario)).map(
      (scenario) => ({
        code: 'noTemplate',
        path: ['templates'],
        data: { scenario },
      }),
    ),
    ...playbook.templates.flatMap((t, i) =>
      unknownVariables(
        ['templates', i, 'text'],
        t.text,
        t.scenario === 'compensation' ? COMPENSATION_VARIABLES : TEMPLATE_VARIABLES,
      ),
    ),
    ...texts.flatMap(([path, text]) => reviewRequests(path, text)),
  ]
}

/** What in a text asks for a review or its change; undefined when nothing does. The composer refuses the same words. */
export function asksForReview(text: string): string | undefined {
  for (const pattern of ASKS_FOR_REVIEW) {
    const found = pattern.exec(text)
    if (found) return found[0]
  }
  return undefined
}

export function reviewRequests(path: IssuePath, text: Text): Finding[] {
  return languages(path, text).flatMap(([at, words]) => {
    const found = asksForReview(words)
    return found ? [{ code: 'asksForReview', path: at, data: { found } }] : []
  })
}

export function unknownVariables(path: IssuePath, text: Text, known: readonly string[]): Finding[] {
  return languages(path, text).flatMap(([at, words]) => {
    const names = [...words.matchAll(/\{\{\s*([^{}]*?)\s*\}\}/g)].map((m) => m[1] ?? '')
    return names
      .filter((name) => !known.includes(name))
      .map((name) => ({
        code: 'unknownVariable',
        path: at,
        data: { variable: name, known: known.join('、') },
      }))
  })
}

function languages(path: IssuePath, text: Text): [IssuePath, string][] {
  if (typeof text === 'string') return [[path, text]]
  return Object.entries(text).flatMap(([language, words]): [IssuePath, string][] =>
    words === undefined ? [] : [[[...path, language], words]],
  )
}

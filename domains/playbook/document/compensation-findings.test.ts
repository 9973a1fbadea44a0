import { expect, test } from 'vitest'
import type { CompensationPolicy, Playbook } from '#contracts/playbook'
import { packKeys, readPack } from './packs.ts'
import { readablePath } from './playbook-issue.ts'
import { checkPlaybook } from './playbook-issues.ts'

const sound = readPack('milk_tea') as Playbook
const offer = sound.compensation.offers[0]!

/** The findings of a pack whose policy is this instead. */
const found = (policy: Partial<CompensationPolicy>) =>
  checkPlaybook({ ...sound, compensation: { ...sound.compensation, ...policy } }).findings.map(
    (f) => `${f.code} ${readablePath(f.path)}`,
  )

test.each<[string, Partial<CompensationPolicy>, string]>([
  [
    'an offer without an amount',
    { offers: [{ ...offer, amountMinor: undefined }] },
    'offerWithoutAmount compensation.offers[0]',
  ],
  [
    'points without their number',
    { offers: [{ ...offer, kind: 'points' }] },
    'offerWithoutAmount compensation.offers[0]',
  ],
  [
    'a gift that names nothing',
    { offers: [{ ...offer, kind: 'gift' }] },
    'offerWithoutItem compensation.offers[0].item',
  ],
  [
    'a category that does not exist',
    { offers: [{ ...offer, when: { categories: ['drink', 'drink.nothing'] } }] },
    'unknownCategory compensation.offers[0].when.categories[1]',
  ],
  ['two offers of one name', { offers: [offer, offer] }, 'doubledKey compensation.offers[1].key'],
  [
    'an item that asks for a review',
    { offers: [{ ...offer, kind: 'gift', item: '给好评送小料' }] },
    'asksForReview compensation.offers[0].item',
  ],
  [
    'approvals out of order',
    {
      approvals: [
        { overMinor: 30_000, role: 'region_manager' },
        { overMinor: 0, role: 'shop_manager' },
      ],
    },
    'approvalsBackwards compensation.approvals[1].overMinor',
  ],
])('%s is found', (_, policy, expected) => {
  expect(found(policy)).toContain(expected)
})

test.each(packKeys())(
  '%s has an offer for every sort of complaint that does harm, and words to tell it',
  (key) => {
    const pack = readPack(key) as Playbook
    const { offers, approvals, limits } = pack.compensation
    const anything = (severity: number, parent: string) =>
      offers.some(
        ({ when }) =>
          (!when.kinds || when.kinds.includes('complaint')) &&
          (when.severityFrom ?? 1) <= severity &&
          !when.customers &&
          (!when.categories || when.categories.some((c) => c.split('.')[0] === parent)),
      )
    const without = pack.categories
      .filter(({ key: parent }) => !['voice', 'ask'].includes(parent))
      .filter(({ key: parent, children }) => !anything(Math.max(...children.map((c) => c.severity)), parent))
    expect(without.map((c) => c.key)).toEqual([])
    expect(new Set(approvals.map((a) => a.role)).size).toBeGreaterThan(1)
    expect(Math.max(...limits.map((l) => l.upToMinor))).toBeGreaterThan(approvals.at(-1)!.overMinor)
    expect(pack.templates.filter((t) => t.scenario === 'compensation').length).toBeGreaterThan(1)
  },
)

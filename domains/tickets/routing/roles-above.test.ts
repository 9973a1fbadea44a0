import { expect, test } from 'vitest'
import type { Role } from '#contracts/people'
import { rolesAbove } from './roles-above.ts'

const CHAIN: Role[] = ['shop_manager', 'lead', 'region_manager']

test.each<[string, number, Role[], Role[]]>([
  [
    'the second handling goes to the first of the chain',
    2,
    ['agent'],
    ['shop_manager', 'lead', 'region_manager'],
  ],
  ['the third one step higher', 3, ['shop_manager'], ['lead', 'region_manager']],
  ['above whoever had it last, when it had climbed already', 2, ['lead'], ['region_manager']],
  ['at the top it stays at the top', 2, ['region_manager'], ['region_manager']],
  ['the highest of several roles counts', 2, ['agent', 'shop_manager'], ['lead', 'region_manager']],
  ['after many handlings too', 9, ['agent'], ['region_manager']],
])('%s', (_, cycle, held, roles) => {
  expect(rolesAbove(CHAIN, cycle, held)).toEqual(roles)
})

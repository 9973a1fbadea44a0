import { expect, test } from 'vitest'
import { z } from 'zod'
import type { Ctx } from '#platform/context'
import { defaultsOf, settingProblem } from './setting-words.ts'

const Settings = z.object({
  secret: z.string().min(16),
  pages: z.number().max(9).default(3),
  url: z.url().optional(),
})

test('defaults are told although nothing is filled in yet, also below a check and a transformation', () => {
  expect(defaultsOf(Settings)).toEqual({ pages: 3 })
  expect(defaultsOf(Settings.refine(() => false).transform((s) => s))).toEqual({ pages: 3 })
})

test.each([
  ['secret', undefined, '还没有填'],
  ['secret', '', '还没有填'],
  ['secret', 'short', '至少 16 个字符'],
  ['pages', 12, '不能大于 9'],
  ['url', 'nowhere', '格式不对，请照说明检查'],
])('%s = %s: %s', (key, value, words) => {
  const given = { secret: 'long-enough-for-anybody', [key]: value }
  const issue = Settings.safeParse(given).error?.issues[0]
  expect(settingProblem({ locale: 'zh-CN' } as Ctx, issue, value)).toBe(words)
})

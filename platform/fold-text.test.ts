import { expect, test } from 'vitest'
import { foldText } from './fold-text.ts'

test.each([
  ['態度很差，頭髮', '态度很差,头发'],
  ['ＡＢＣ１２３', 'abc123'],
  ['WiFi　好慢', 'wifi 好慢'],
  ['拉肚子😭了', '拉肚子😭了'],
])('%s → %s', (text, folded) => {
  expect(foldText(text)).toBe(folded)
  expect(foldText(text)).toHaveLength(text.length)
})

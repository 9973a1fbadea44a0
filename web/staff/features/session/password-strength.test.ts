import { expect, test } from 'vitest'
import { passwordStrength } from './password-strength.ts'

test.each([
  ['short1', 'tooShort', 0],
  ['1234567890', 'guessable', 1],
  ['aaaaaaaaaaaa', 'guessable', 1],
  ['chayu-agent-99', 'guessable', 1],
  ['mouldywinter', 'mix', 1],
  ['winter-2026x', 'good', 3],
  ['Winter20262', 'longer', 2],
  ['rain on a paper umbrella', 'good', 3],
] as const)('%s is %s', (password, hint, level) => {
  expect(passwordStrength(password, ['chayu-agent', '沈佳怡'])).toEqual({ level, hint })
})

import { expect, test } from 'vitest'
import { shortScale } from './use-playbook-words.ts'

test.each([
  ['危及人：异物入口、身体不适', '危及人', '异物入口、身体不适'],
  ['Grave: someone may be hurt', 'Grave', 'someone may be hurt'],
  ['一单多人，或有孩子', '一单多人', '一单多人，或有孩子'],
  ['中', '中', ''],
])('%s is named %s', (words, name, meaning) => {
  expect(shortScale(words)).toEqual({ name, meaning })
})

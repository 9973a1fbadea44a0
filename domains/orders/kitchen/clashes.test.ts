import { expect, test } from 'vitest'
import { clashes } from './clashes.ts'

test.each([
  [['牛奶'], ['牛奶过敏'], ['牛奶']],
  [['坚果', '牛奶'], ['对坚果过敏', '少冰'], ['坚果']],
  [['Peanut'], ['no peanuts, please'], ['Peanut']],
  [['牛奶制品'], ['牛奶'], ['牛奶制品']],
  [['牛奶'], ['不要香菜'], []],
  [[], ['花生过敏'], []],
])('%j with %j clashes in %j', (allergens, taboos, found) => {
  expect(clashes(allergens, taboos)).toEqual(found)
})

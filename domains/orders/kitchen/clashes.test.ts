import { expect, test } from 'vitest'
import { clashes, isHarmful } from './clashes.ts'

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

test.each([
  ['对牛奶过敏，换燕麦奶', true],
  ['我是孕妇，不要咖啡因', true],
  ['Nut allergy!', true],
  ['少冰，不要香菜', false],
  ['', false],
])('a wish that says “%s” is about health: %s', (wish, harmful) => {
  expect(isHarmful(wish)).toBe(harmful)
})

import { expect, test } from 'vitest'
import { areaOf, normaliseAddress, placeOf } from './read-address.ts'

test.each([
  ['spaces and full-width digits', '上海市 浦东新区张江路８８号 ６０１室', '浦东新区张江路88号601'],
  ['with the province', '浙江省杭州市西湖区文三路90号3幢502室', '西湖区文三路90号3幢502'],
  ['without town', '西湖区文三路90号3栋502', '西湖区文三路90号3幢502室'],
  ['traditional signs', '臺北市信義區松高路11號', '信义区松高路11号'],
  ['punctuation', '浦东新区，张江路88号（东门）', '浦东新区张江路88号东门'],
])('two ways to write one address: %s', (_case, one, other) => {
  expect(normaliseAddress(one)).toBe(normaliseAddress(other))
})

test.each([
  ['another room', '浦东新区张江路88号601', '浦东新区张江路88号602'],
  ['another house', '浦东新区张江路88号', '浦东新区张江路89号'],
  ['another building', '西湖区文三路90号3幢', '西湖区文三路90号5幢'],
])('two addresses: %s', (_case, one, other) => {
  expect(normaliseAddress(one)).not.toBe(normaliseAddress(other))
})

test.each([
  ['上海市浦东新区张江路88号12号楼601室', '浦东新区张江路88号'],
  ['张江镇川杨新苑15弄3号', '张江镇川杨新苑15弄'],
  ['湖滨银泰一楼服务台', null],
])('the house of %s', (text, house) => {
  expect(placeOf(text)).toBe(house)
})

test.each([
  ['上海市浦东新区张江路88号601室', '上海市浦东新区'],
  ['浙江省杭州市西湖区文三路90号', '浙江省杭州市西湖区'],
  ['张江路88号601', '张江路…'],
  ['601室', '60…'],
])('what is shown of %s never names the house', (text, shown) => {
  expect(areaOf(text)).toBe(shown)
})

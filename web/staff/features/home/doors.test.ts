import { expect, test } from 'vitest'
import words from '#locales/zh-CN/home.json' with { type: 'json' }
import { NAV } from '../../app/nav-items.ts'

test('every page that somebody may find on the page of the day says what it is for', () => {
  const pages = NAV.map(({ word }) => word).filter((word) => word !== 'today')
  expect(pages.filter((word) => !(word in words.doors))).toEqual([])
})

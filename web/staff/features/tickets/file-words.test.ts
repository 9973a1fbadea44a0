import { expect, test } from 'vitest'
import { fileKind, fileSize, safeLink } from './file-words.ts'

test.each([
  [12, '1 KB'],
  [1536, '2 KB'],
  [1024 * 1024, '1 MB'],
  [5.25 * 1024 * 1024, '5.3 MB'],
])('%s bytes read as %s', (bytes, words) => {
  expect(fileSize(bytes, 'zh-CN')).toBe(words)
})

test.each([
  ['audio/amr', 'audio'],
  ['video/mp4', 'video'],
  ['application/pdf', 'pdf'],
  ['text/plain', 'other'],
])('%s is shown as %s', (mime, kind) => {
  expect(fileKind(mime)).toBe(kind)
})

test('only web addresses become links', () => {
  expect(safeLink('https://weibo.com/1/abc?x=1')).toEqual({
    href: 'https://weibo.com/1/abc?x=1',
    place: 'weibo.com/1/abc',
  })
  for (const bad of ['javascript:alert(1)', 'data:text/html,x', 'weibo.com/1', '', 7, undefined])
    expect(safeLink(bad)).toBeNull()
})

import { Workbook } from '@cj-tech-master/excelts'
import iconv from 'iconv-lite'
import { describe, expect, test } from 'vitest'
import { IMPORT_LIMIT } from '#contracts/tickets/import'
import type { ImportProblem } from '../errors.ts'
import type { Row } from '../parts.ts'
import { decode, encodingOf } from './decode-text.ts'
import { delimiterOf, readCsv } from './read-csv.ts'
import { readJsonLines } from './read-json-lines.ts'
import { readWorkbook } from './read-workbook.ts'

/** In pieces of a few bytes, so that every sign is cut through somewhere. */
async function* pieces(bytes: Buffer, size = 3): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}
async function* text(...parts: string[]): AsyncGenerator<string> {
  yield* parts
}
const all = async <T>(of: AsyncIterable<T>): Promise<T[]> => {
  const list: T[] = []
  for await (const one of of) list.push(one)
  return list
}
const problemOf = (work: Promise<unknown>): Promise<ImportProblem> =>
  work.then(
    () => expect.unreachable('nothing was refused'),
    (error) => error,
  )

describe('encodings', () => {
  const said = '糖放多了，𠮷祥如意！'
  test.each([
    ['UTF-8', Buffer.from(said)],
    ['UTF-8', Buffer.from(`\ufeff${said}`)],
    ['GB18030', iconv.encode(said, 'gb18030')],
    ['UTF-16', Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(said, 'utf16le')])],
  ] as const)('%s is told from its bytes, however they are cut', async (encoding, bytes) => {
    const open = () => pieces(bytes)
    expect(await encodingOf(open)).toBe(encoding)
    expect((await all(decode(pieces(bytes), encoding))).join('')).toBe(said)
  })
  test('what is neither is said to be neither', async () => {
    const bytes = Buffer.from([0x41, 0xff, 0xff, 0x80, 0x20])
    expect((await problemOf(encodingOf(() => pieces(bytes)))).code).toBe('unknownEncoding')
  })
})

describe('tables in text', () => {
  test.each([
    [',', '评价内容,评分\n很好,5\n"少糖,去冰",1\n'],
    [';', 'text;score\ngood, really;5\nbad;1\n'],
    ['\t', '内容\t评分\n好,很好\t5\n差\t1\n'],
  ] as const)('cells cut by %j are found', (delimiter, head) => expect(delimiterOf(head)).toBe(delimiter))

  test('quotes, line breaks within a cell, ="…" and empty lines keep their rows apart', async () => {
    const rows = await all(
      readCsv(
        text('\ufeff订单号,内容\r\n="4410203948571029"', ',"第一行\n第二行"\r\n\r\n\t12,"他说""好"""\r\n'),
      ),
    )
    expect(rows.filter((row) => row.cells.some((cell) => cell !== null))).toEqual([
      { n: 1, cells: ['订单号', '内容'] },
      { n: 2, cells: ['="4410203948571029"', '第一行\n第二行'] },
      { n: 4, cells: ['12', '他说"好"'] },
    ])
  })

  test('a quotation mark that is never closed is told with its row, not with the end of the memory', async () => {
    const problem = await problemOf(all(readCsv(text('a,b\n1,2\n3,"', 'x'.repeat(2_000_000)))))
    expect(problem).toMatchObject({ code: 'openQuote', data: { row: 3 } })
  })
})

describe('JSON lines', () => {
  test('objects become rows, names within names become columns, a broken line is one bad row', async () => {
    const columns: string[] = []
    const lines =
      '{"id":12345678901234567890,"text":"好"}\n\n{"text":"差","user":{"name":"阿明"},"tags":["辣","咸"]}\n{"text":\n[1]\n'
    const rows = await all(readJsonLines(text(lines.slice(0, 30), lines.slice(30)), columns, 200))
    expect(columns).toEqual(['id', 'text', 'user.name', 'tags'])
    expect(rows).toEqual<Row[]>([
      { n: 1, cells: ['12345678901234567890', '好'] },
      { n: 3, cells: [null, '差', '阿明', '辣、咸'] },
      { n: 4, cells: [], bad: 'badLine' },
      { n: 5, cells: [], bad: 'badLine' },
    ])
  })
})

describe('workbooks', () => {
  const book = async (fill: (book: Workbook) => void): Promise<Buffer> => {
    const made = new Workbook()
    fill(made)
    return Buffer.from((await made.xlsx.writeBuffer()) as Uint8Array)
  }
  const sheetsOf = async (bytes: Buffer) => {
    const sheets: { name: string; rows: Row[] }[] = []
    for await (const { name, rows } of readWorkbook(pieces(bytes, 4096)))
      sheets.push({ name, rows: await all(rows) })
    return sheets
  }

  test('every visible sheet is read; dates stay the numbers they are, long numbers in text stay text', async () => {
    const bytes = await book((b) => {
      const first = b.addWorksheet('说明')
      first.addRow(['本表由门店后台导出'])
      const sheet = b.addWorksheet('评价明细')
      sheet.addRow(['评价内容', '评价时间', '订单号', '评分'])
      sheet.addRow(['洒了一半', new Date(Date.UTC(2026, 2, 2, 12)), '4410203948571029384', 2])
      sheet.getCell('A3').value = { richText: [{ text: '味道' }, { text: '不错' }] }
      sheet.getCell('D3').value = { formula: '2+3', result: 5 }
      b.addWorksheet('草稿', { state: 'hidden' }).addRow(['不该看见'])
    })
    expect(await sheetsOf(bytes)).toEqual([
      { name: '说明', rows: [{ n: 1, cells: ['本表由门店后台导出'] }] },
      {
        name: '评价明细',
        rows: [
          { n: 1, cells: ['评价内容', '评价时间', '订单号', '评分'] },
          { n: 2, cells: ['洒了一半', 46083.5, '4410203948571029384', 2] },
          { n: 3, cells: ['味道不错', null, null, 5] },
        ],
      },
    ])
  })

  test('what is no workbook is said to be broken', async () => {
    const problem = await problemOf(
      sheetsOf(Buffer.concat([Buffer.from('PK\u0003\u0004'), Buffer.alloc(2000, 7)])),
    )
    expect(problem.code).toBe('brokenWorkbook')
  })

  test('a small file that unpacks to something huge is stopped on the way', async () => {
    const limit = IMPORT_LIMIT.unpackedBytes
    IMPORT_LIMIT.unpackedBytes = 2_000_000
    try {
      const bytes = await book((b) => {
        const sheet = b.addWorksheet('x')
        for (let n = 0; n < 200; n++) sheet.addRow([`${n}${'零'.repeat(20_000)}`])
      })
      expect(bytes.length).toBeLessThan(500_000)
      expect((await problemOf(sheetsOf(bytes))).code).toBe('tooMuchInside')
    } finally {
      IMPORT_LIMIT.unpackedBytes = limit
    }
  })
})

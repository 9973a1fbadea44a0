import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useZone } from '../../../app/session.ts'
import { formatInstant } from '../../../ui/time.ts'
import styles from './record.module.css'

const LONG = 24

/** A numbered section; what has nothing says so, so that nobody thinks a sheet is missing. */
export function Part({ title, none, children }: { title: string; none?: boolean; children: ReactNode }) {
  const { t } = useTranslation('incidents')
  return (
    <section className={styles.part}>
      <h2>{title}</h2>
      {none ? <p>{t('record.none')}</p> : children}
    </section>
  )
}

export function Table({ heads, rows }: { heads: string[]; rows: ReactNode[][] }) {
  return (
    <table>
      <thead>
        <tr>
          {heads.map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((cells, row) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: paper does not move
          <tr key={row}>
            {cells.map((cell, n) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: paper does not move
              <td key={n} data-short={isShort(cell)}>
                {cell}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** A name, a day or a quantity stays on one line. Shape: a Chinese character is as wide as two letters. */
function isShort(cell: ReactNode): boolean {
  const width = typeof cell === 'string' ? cell.replace(/[^\u0020-\u007e]/g, '--').length : LONG
  return width < LONG
}

/** An instant to the minute, with year and day; a dash for none. */
export function useExact(): (at: string | null) => string {
  const { i18n } = useTranslation()
  const zone = useZone()
  return (at) => (at ? formatInstant(at, 'full', i18n.language, zone) : '—')
}

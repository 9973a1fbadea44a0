import { useTranslation } from 'react-i18next'
import type { TriageQuality } from '#contracts/language'
import styles from './language.module.css'
import { FEW, percent } from './shares.ts'

type Row = TriageQuality['kinds'][number]
const SHOWN = 12

/** How often each judgement was left as it was; by how often it was made. */
export function AgreementTable({ rows, label }: { rows: Row[]; label: string }) {
  const { t } = useTranslation('language')
  const shown = rows.slice(0, SHOWN)
  return (
    <>
      <table className={styles.table} aria-label={label}>
        <thead>
          <tr>
            <th scope="col">{t('col.said')}</th>
            <th scope="col">{t('col.share')}</th>
            <th scope="col">{t('col.n')}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map(({ key, name, n, agreed }) => (
            <tr key={key} data-few={n < FEW}>
              <th scope="row">{name || t('noName')}</th>
              <td>
                <span className={styles.bar} aria-hidden>
                  <i style={{ width: `${(agreed / n) * 100}%` }} data-low={agreed / n < 0.7} />
                </span>
                {percent(agreed, n)}
              </td>
              <td>{n}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {shown.some(({ n }) => n < FEW) ? <p className={styles.quiet}>{t('col.few', { count: FEW })}</p> : null}
    </>
  )
}

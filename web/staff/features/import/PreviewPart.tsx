import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import {
  IMPORT_FIELDS,
  type Import,
  type ImportField,
  type ImportMapping,
  type ImportPreview,
} from '#contracts/tickets/import'
import { useZone } from '../../app/session.ts'
import { QueryState } from '../../ui/QueryState.tsx'
import { Section } from '../../ui/Section.tsx'
import { formatInstant } from '../../ui/time.ts'
import styles from './import.module.css'
import { previewQuery } from './import-queries.ts'

/** The first rows as they will be, and those of the first five hundred that cannot be. */
export function PreviewPart({ file, mapping }: { file: Import; mapping: ImportMapping }) {
  const { t } = useTranslation('import')
  const preview = useQuery(previewQuery(file.id))
  return (
    <Section title={t('preview.title')}>
      <QueryState query={preview}>
        {(data) =>
          data.rows.length === 0 ? (
            <p className={styles.note}>{t('preview.none')}</p>
          ) : (
            <>
              <Summary file={file} preview={data} />
              <Rows file={file} mapping={mapping} preview={data} />
            </>
          )
        }
      </QueryState>
    </Section>
  )
}

function Summary({ file, preview }: { file: Import; preview: ImportPreview }) {
  const { t } = useTranslation('import')
  const { looked, refused, live, history } = preview
  const parts =
    file.what === 'reviews'
      ? [
          live ? t('preview.live', { count: live }) : '',
          history ? t('preview.history', { count: history }) : '',
        ]
      : [t('preview.row', { count: looked - refused })]
  return (
    <p role="status" className={styles.status}>
      {t('preview.counts', { looked })} {parts.filter(Boolean).join(t('common:list.and'))}
      {refused ? <b className={styles.bad}> {t('preview.refused', { count: refused })}</b> : null}
    </p>
  )
}

function Rows({ file, mapping, preview }: { file: Import; mapping: ImportMapping; preview: ImportPreview }) {
  const { t, i18n } = useTranslation('import')
  const zone = useZone()
  const fields = (IMPORT_FIELDS[file.what] as readonly ImportField[]).filter(
    (field) => mapping.columns[field] !== undefined,
  )
  const shown = (field: ImportField, value: string | undefined, good: boolean) => {
    if (!value || !good) return value ?? ''
    if (field === 'time') return formatInstant(value, 'full', i18n.language, zone)
    if (field === 'score') return t(`mood.${value}`, { defaultValue: `${value} ★` })
    return field === 'amount' ? `¥${value}` : value
  }
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className={styles.scroll} tabIndex={0} aria-label={t('preview.label')}>
      <table className={styles.rows}>
        <thead>
          <tr>
            <th scope="col">{t('preview.n')}</th>
            <th scope="col">{t('preview.fate')}</th>
            {fields.map((field) => (
              <th key={field} scope="col">
                {t(`field.${field}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {preview.rows.map((row) => (
            <tr key={row.n} data-bad={row.problem !== null}>
              <td>{row.n}</td>
              <td className={row.problem ? styles.bad : undefined}>
                {row.problem
                  ? [
                      row.problem.field ? t(`field.${row.problem.field as ImportField}`) : '',
                      t(`rowProblem.${row.problem.code}`),
                    ]
                      .filter(Boolean)
                      .join('：')
                  : t(`preview.fates.${row.fate}`)}
              </td>
              {fields.map((field) => (
                <td
                  key={field}
                  data-bad={row.problem?.field === field}
                  data-wide={field === 'text' || field === 'items'}
                >
                  {shown(field, row.values[field], row.problem === null)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

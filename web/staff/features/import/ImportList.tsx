import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Import } from '#contracts/tickets/import'
import { QueryState } from '../../ui/QueryState.tsx'
import { Section } from '../../ui/Section.tsx'
import { Empty } from '../../ui/states.tsx'
import { useWhen } from '../../ui/use-when.ts'
import styles from './import.module.css'
import { importsQuery } from './import-queries.ts'
import { useCounts } from './use-counts.ts'

/** What was brought, by whom, when, and what became of it. */
export function ImportList({ open }: { open: (id: string) => void }) {
  const { t } = useTranslation('import')
  const imports = useQuery(importsQuery)
  return (
    <Section title={t('list.title')}>
      <QueryState query={imports}>
        {(files) =>
          files.length === 0 ? (
            <Empty title={t('list.none')} hint={t('list.noneHint')} />
          ) : (
            <ul className={styles.list}>
              {files.map((file) => (
                <Line key={file.id} file={file} open={open} />
              ))}
            </ul>
          )
        }
      </QueryState>
    </Section>
  )
}

function Line({ file, open }: { file: Import; open: (id: string) => void }) {
  const { t } = useTranslation('import')
  const when = useWhen()
  const counts = useCounts(file)
  return (
    <li className={styles.line} data-state={file.state}>
      {file.mine ? (
        <button type="button" onClick={() => open(file.id)}>
          {file.fileName}
        </button>
      ) : (
        <b title={t('list.others')}>{file.fileName}</b>
      )}
      <span className={styles.tag}>{t(`state.${file.state}`)}</span>
      <small>
        {[
          t(`what.${file.what}`),
          file.by.name,
          when(file.createdAt),
          ...counts.map(({ name, text }) => `${name} ${text}`),
        ].join(' · ')}
      </small>
    </li>
  )
}

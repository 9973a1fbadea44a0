import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { QueryState } from '../../ui/QueryState.tsx'
import { Empty } from '../../ui/states.tsx'
import { dateTime } from '../../ui/use-when.ts'
import styles from './lists.module.css'
import { versionsQuery } from './playbook-queries.ts'
import type { Go } from './section-list.ts'

/** Every published version: when, by whom, why, and how many tickets run on it. */
export function VersionsSection({ go }: { go: Go }) {
  const { t, i18n } = useTranslation('playbook-admin')
  const versions = useQuery(versionsQuery)
  return (
    <QueryState query={versions}>
      {(rows) =>
        rows.length === 0 ? (
          <Empty title={t('version.none')} />
        ) : (
          <ul className={styles.versions}>
            {rows
              .filter((row) => row.state !== 'draft')
              .map((row) => (
                <li key={row.id} data-state={row.state}>
                  <strong>{t('version.number', { number: row.number })}</strong>
                  <span>
                    {row.note}
                    <small>
                      {[row.by, dateTime(row.publishedAt ?? row.changedAt, i18n.language)]
                        .filter(Boolean)
                        .join(' · ')}
                    </small>
                  </span>
                  <small>
                    {t(`version.state.${row.state}`)} · {t('version.tickets', { count: row.tickets })}
                  </small>
                  {row.state === 'published' ? (
                    <span />
                  ) : (
                    <Button onClick={() => go({ draft: false, version: row.id, section: 'categories' })}>
                      {t('version.open')}
                    </Button>
                  )}
                </li>
              ))}
          </ul>
        )
      }
    </QueryState>
  )
}

import { useInfiniteQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCan } from '../../app/session.ts'
import { PageFrame } from '../../ui/PageFrame.tsx'
import { QueryState } from '../../ui/QueryState.tsx'
import { Empty } from '../../ui/states.tsx'
import { AuditFilters } from './AuditFilters.tsx'
import { AuditLine } from './AuditLine.tsx'
import styles from './audit.module.css'
import { type AuditFilter, auditQuery, type Subject, useVerifyAudit } from './audit-queries.ts'
import { Verification } from './Verification.tsx'

/** Who did what and when, newest first, with a way to prove that nothing was altered. */
export function AuditPage() {
  const { t } = useTranslation('governance')
  const [filter, setFilter] = useState<AuditFilter>({})
  const [subject, setSubject] = useState<Subject | null>(null)
  const trail = useInfiniteQuery(auditQuery({ ...filter, subjectId: subject?.id }))
  const verify = useVerifyAudit()
  const mayVerify = useCan('governance.verifyAudit')
  const filtered = subject !== null || Object.values(filter).some(Boolean)
  const clear = () => {
    setFilter({})
    setSubject(null)
  }
  return (
    <PageFrame
      title={t('title')}
      hint={t('hint')}
      width="wide"
      actions={
        mayVerify ? (
          <Button loading={verify.isPending} onClick={() => verify.mutate()}>
            {t('verify.run')}
          </Button>
        ) : null
      }
    >
      <Verification result={verify.data} error={verify.error} />
      <AuditFilters filter={filter} onFilter={setFilter} subject={subject} onSubject={setSubject} />
      <QueryState query={trail}>
        {({ pages }) => {
          const entries = pages.flatMap((page) => page.entries)
          if (entries.length === 0) {
            return filtered ? (
              <Empty
                title={t('noMatch')}
                hint={t('noMatchHint')}
                actions={<Button onClick={clear}>{t('filter.clear')}</Button>}
              />
            ) : (
              <Empty title={t('none')} />
            )
          }
          return (
            <>
              <ul className={styles.trail} aria-label={t('entry.list')}>
                {entries.map((entry) => (
                  <AuditLine key={entry.id} entry={entry} onSubject={setSubject} />
                ))}
              </ul>
              {trail.hasNextPage ? (
                <Button
                  className={styles.more}
                  loading={trail.isFetchingNextPage}
                  onClick={() => void trail.fetchNextPage()}
                >
                  {t('more')}
                </Button>
              ) : null}
            </>
          )
        }}
      </QueryState>
    </PageFrame>
  )
}

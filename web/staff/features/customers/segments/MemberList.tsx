import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCan } from '../../../app/session.ts'
import { QueryState } from '../../../ui/QueryState.tsx'
import { CustomerLine } from '../CustomerLine.tsx'
import lines from '../customers.module.css'
import { ExportPart } from './ExportPart.tsx'
import { useMembers } from './segment-queries.ts'
import styles from './segments.module.css'

/** Everybody in a saved segment, masked; asked for only when somebody wants to see them. */
export function MemberList({ id }: { id: string }) {
  const { t } = useTranslation('segments')
  const [shown, setShown] = useState(false)
  const list = useMembers(id, shown)
  const mayExport = useCan('customers.exportMembers')
  return (
    <section className={styles.members} aria-label={t('members')}>
      <h2>{t('members')}</h2>
      {shown ? (
        <QueryState query={list}>
          {({ pages }) => {
            const rows = pages.flatMap((page) => page.rows)
            if (!rows.length) return <p className={styles.note}>{t('nobody')}</p>
            return (
              <ul className={lines.list} aria-label={t('members')}>
                {rows.map((row) => (
                  <CustomerLine key={row.id} row={row} />
                ))}
              </ul>
            )
          }}
        </QueryState>
      ) : null}
      <div className={styles.adds}>
        {shown ? null : <Button onClick={() => setShown(true)}>{t('membersShow')}</Button>}
        {mayExport ? <ExportPart of={`customer-segments/${id}`} /> : null}
      </div>
      {list.hasNextPage ? (
        <div className={lines.more}>
          <Button loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
            {t('more')}
          </Button>
        </div>
      ) : null}
    </section>
  )
}

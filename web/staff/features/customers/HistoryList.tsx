import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { HistoryLine } from '#contracts/tickets/customer-history'
import { TimeText } from '../../app/TimeText.tsx'
import { PagedList } from '../../ui/PagedList.tsx'
import { lengthText } from '../../ui/talk-length.ts'
import { useHistory } from './customer-queries.ts'
import styles from './file.module.css'

/** What the customer has told us, and when we have talked, newest first. */
export function HistoryList({ id }: { id: string }) {
  const { t } = useTranslation('customers')
  const list = useHistory(id)
  return (
    <PagedList
      query={list}
      rowsOf={(page) => page.lines}
      className={styles.history}
      label={t('tab.history')}
      empty={{ title: t('history.none'), hint: t('history.noneHint') }}
      more={t('more')}
    >
      {(line) => <Line key={line.id} line={line} />}
    </PagedList>
  )
}

function Line({ line }: { line: HistoryLine }) {
  const { t } = useTranslation(['customers', 'tickets'])
  if (line.sort === 'call') {
    const words = t(line.missed ? 'history.missed' : `history.call.${line.direction}`)
    return (
      <li>
        <p>
          <b>{words}</b>
          {line.talkS ? <span>{lengthText(line.talkS)}</span> : null}
        </p>
        <TimeText at={line.at} />
      </li>
    )
  }
  return (
    <li>
      <Link to="/tickets/$id" params={{ id: line.id }}>
        <p>
          <b>{line.title || line.number}</b>
          {line.stars ? <span>{t('figure.stars', { count: line.stars })}</span> : null}
        </p>
        <TimeText at={line.at} />
        <small>
          {[
            line.number,
            t(`tickets:kind.${line.kind}`),
            t(`tickets:status.${line.status}`),
            t(`tickets:channel.${line.channel}`),
            line.shopName,
            line.orderNumber,
          ]
            .filter(Boolean)
            .join(' · ')}
        </small>
      </Link>
    </li>
  )
}

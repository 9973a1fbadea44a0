import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Segment } from '#contracts/customers/segments'
import { useCan } from '../../../app/session.ts'
import { TimeText } from '../../../app/TimeText.tsx'
import { useLiveState } from '../../../app/use-live.ts'
import { PageFrame } from '../../../ui/PageFrame.tsx'
import { QueryState } from '../../../ui/QueryState.tsx'
import { Bone, Empty } from '../../../ui/states.tsx'
import { CountText } from './CountText.tsx'
import { useCount, useSegments } from './segment-queries.ts'
import styles from './segments.module.css'
import { type Named, useSegmentWords } from './use-segment-words.ts'

/** 客群: the brand's customers by rule, each with how many they are now. */
export function SegmentsPage() {
  const { t } = useTranslation('segments')
  const list = useSegments()
  const mayChange = useCan('customers.manageSegments')
  const offline = useLiveState() === 'lost' && list.data !== undefined
  return (
    <PageFrame title={t('title')} hint={t('hint')} actions={mayChange ? <NewSegment /> : null}>
      {offline ? (
        <p className={styles.offline} role="status">
          {t('offline')}
        </p>
      ) : null}
      <QueryState query={list} skeleton={<Bones />}>
        {(data) =>
          data.segments.length ? (
            <ul className={styles.cards} aria-label={t('title')}>
              {data.segments.map((segment) => (
                <Card key={segment.id} segment={segment} named={data} />
              ))}
            </ul>
          ) : (
            <Empty title={t('none')} hint={t('noneHint')} actions={mayChange ? <NewSegment /> : undefined} />
          )
        }
      </QueryState>
    </PageFrame>
  )
}

function NewSegment() {
  const { t } = useTranslation('segments')
  return (
    <Link to="/segments/$id" params={{ id: 'new' }}>
      <Button type="primary" tabIndex={-1}>
        {t('new')}
      </Button>
    </Link>
  )
}

function Card({ segment, named }: { segment: Segment; named: Named }) {
  const { t } = useTranslation('segments')
  const say = useSegmentWords(named)
  const count = useCount(segment.id)
  return (
    <li>
      <Link to="/segments/$id" params={{ id: segment.id }} className={styles.card}>
        <b>{segment.name}</b>
        <strong className={styles.count} data-waiting={count.data ? undefined : ''}>
          {count.data ? <CountText counted={count.data} /> : t(count.error ? 'countFailed' : 'counting')}
        </strong>
        <span className={styles.sentence}>{say(segment.rule)}</span>
        {segment.description ? <span className={styles.note}>{segment.description}</span> : null}
        <small>
          {segment.by ? `${t('updated', { name: segment.by })} · ` : ''}
          <TimeText at={segment.updatedAt} />
        </small>
      </Link>
    </li>
  )
}

function Bones() {
  return (
    <div aria-hidden className={styles.bones}>
      {[1, 2, 3].map((n) => (
        <Bone key={n} width="100%" height={96} />
      ))}
    </div>
  )
}

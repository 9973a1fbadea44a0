import type { UseInfiniteQueryResult } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CustomerMatch, MatchReason } from '#contracts/customers/merge'
import { LongList } from '../../ui/LongList.tsx'
import { Empty } from '../../ui/states.tsx'
import { useDone, useProblem } from '../../ui/use-problem.ts'
import { type useMatches, useRejectMatch } from './customer-queries.ts'
import styles from './customers.module.css'
import { MergeDialog } from './MergeDialog.tsx'

type Matches = ReturnType<typeof useMatches>

/** Pairs that probably are one person, the surest first, each with what speaks for it. */
export function MatchList({ list }: { list: Matches }) {
  const { t } = useTranslation('customers')
  return (
    <LongList query={list as UseInfiniteQueryResult<NonNullable<Matches['data']>>} more={t('more')}>
      {(pages) => {
        const matches = pages.flatMap((page) => page.matches)
        if (!matches.length) return <Empty title={t('match.none')} hint={t('match.noneHint')} />
        return (
          <ul className={styles.matches} aria-label={t('view.pairs')}>
            {matches.map((match) => (
              <MatchCard key={match.id} match={match} />
            ))}
          </ul>
        )
      }}
    </LongList>
  )
}

export function MatchCard({ match }: { match: CustomerMatch }) {
  const { t } = useTranslation('customers')
  const [merging, setMerging] = useState(false)
  const reject = useRejectMatch(match.id)
  const problem = useProblem()
  const done = useDone()
  const say = useReasonWords()
  return (
    <li className={styles.match}>
      <div className={styles.pair}>
        <Side side={match.one} />
        <span aria-hidden>≈</span>
        <Side side={match.other} />
      </div>
      <p className={styles.sure}>
        <b>{t('match.probably', { percent: percentOf(match.probability) })}</b>
        {match.reasons.map((reason) => (
          <span key={reason.what} data-against={(reason.weight ?? 1) < 0 || undefined}>
            {say(reason)}
          </span>
        ))}
      </p>
      <div className={styles.deeds}>
        <Button
          loading={reject.isPending}
          onClick={() => reject.mutate('', { onSuccess: () => done(t('match.rejected')), onError: problem })}
        >
          {t('match.reject')}
        </Button>
        <Button type="primary" onClick={() => setMerging(true)}>
          {t('match.merge')}
        </Button>
      </div>
      {merging ? (
        <MergeDialog id={match.one.id} otherId={match.other.id} close={() => setMerging(false)} />
      ) : null}
    </li>
  )
}

/** Never a hundred: the two may still be sisters. */
const percentOf = (probability: number) => Math.min(99, Math.floor(probability * 100))

function Side({ side }: { side: CustomerMatch['one'] }) {
  const { t } = useTranslation('customers')
  return (
    <Link to="/customers/$id" params={{ id: side.id }}>
      <b>{side.name || t('nameless')}</b>
      <small>
        {side.number} · {side.contact || t('noContact')}
      </small>
    </Link>
  )
}

function useReasonWords(): (reason: MatchReason) => string {
  const { t } = useTranslation('customers')
  return ({ what, shared }) =>
    shared !== undefined && shared > 2
      ? t('match.shared', { reason: t(`reason.${what}`), count: shared })
      : t(`reason.${what}`)
}

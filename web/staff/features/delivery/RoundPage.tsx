import { useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RoundStop, RoundView } from '#contracts/orders/delivery'
import { PageFrame } from '../../ui/PageFrame.tsx'
import { QueryState } from '../../ui/QueryState.tsx'
import { Empty } from '../../ui/states.tsx'
import { useProblem } from '../../ui/use-problem.ts'
import { clock } from './clock.ts'
import { roundQuery, useDuty, useRound } from './delivery-queries.ts'
import { NextStop } from './NextStop.tsx'
import { pendingRound } from './pending-round.ts'
import styles from './round.module.css'
import { startTapQueue, useKeptTaps } from './tap-queue.ts'
import { type Sharing, usePosition } from './use-position.ts'

/** 我的配送: the rider's phone. The next stop large, what comes after it small, one tap for each step. */
export function RoundPage() {
  const { t } = useTranslation('orders-delivery')
  const round = useRound()
  const kept = useKeptTaps()
  const refused = useTapQueue()
  return (
    <PageFrame
      title={t('round.title')}
      width="narrow"
      actions={round.data ? <Duty round={round.data} /> : null}
    >
      {kept.length ? (
        <p className={styles.pending} role="status">
          {t('round.pending', { count: kept.length })}
        </p>
      ) : null}
      {refused ? (
        <p className={styles.refused} role="alert">
          {refused}
        </p>
      ) : null}
      <QueryState query={round}>
        {(data) => (
          <Round
            round={pendingRound(data, kept, navigator.onLine)}
            sending={kept.flatMap((k) => (k.tap.what === 'hand_over' ? [k.stopId] : []))}
          />
        )}
      </QueryState>
    </PageFrame>
  )
}

/** Sends what is kept; the sentence says what was refused last. */
function useTapQueue(): string {
  const { t } = useTranslation('orders-delivery')
  const client = useQueryClient()
  const [refused, setRefused] = useState('')
  useEffect(
    () =>
      startTapQueue({
        sent: (round) => {
          setRefused('')
          client.setQueryData(roundQuery.queryKey, round)
        },
        refused: ({ tap, why }) => {
          setRefused(t('round.refused', { number: tap.number, why }))
          void client.invalidateQueries({ queryKey: roundQuery.queryKey })
        },
      }),
    [client, t],
  )
  return refused
}

function Duty({ round }: { round: RoundView }) {
  const { t, i18n } = useTranslation('orders-delivery')
  const duty = useDuty()
  const problem = useProblem()
  const on = round.onDutySince !== null
  return (
    <>
      {on ? (
        <span className={styles.since}>
          {t('round.since', { time: clock(round.onDutySince, i18n.language) })}
        </span>
      ) : null}
      <Button
        size="large"
        type={on ? 'default' : 'primary'}
        loading={duty.isPending}
        onClick={() => duty.mutate(!on, { onError: problem })}
      >
        {t(on ? 'round.offDuty' : 'round.onDuty')}
      </Button>
    </>
  )
}

function Round({ round, sending }: { round: RoundView; sending: readonly string[] }) {
  const { t } = useTranslation('orders-delivery')
  const onDuty = round.onDutySince !== null
  const sharing = usePosition(onDuty)
  if (!onDuty) return <Empty title={t('round.off')} hint={t('round.offHint')} />
  const ways = round.way.flatMap((place) => {
    const stop = round.stops.find((s) => s.id === place.stopId)
    return stop ? [{ ...place, stop }] : []
  })
  const [next, ...later] = ways
  return (
    <div className={styles.round}>
      {round.calledOff.map((number) => (
        <p key={number} className={styles.refused} role="alert">
          {t('round.calledOff', { number })}
        </p>
      ))}
      {next ? (
        <NextStop
          key={`${next.stopId} ${next.kind}`}
          stop={next.stop}
          kind={next.kind}
          sending={navigator.onLine && sending.includes(next.stopId)}
        />
      ) : (
        <Empty title={t('round.empty')} hint={t('round.emptyHint')} />
      )}
      {later.length ? <Later ways={later} /> : null}
      <Position sharing={sharing} />
      <p className={styles.done}>{t('round.done', { count: round.doneToday })}</p>
    </div>
  )
}

type Way = RoundView['way'][number] & { stop: RoundStop }

function Later({ ways }: { ways: Way[] }) {
  const { t, i18n } = useTranslation('orders-delivery')
  return (
    <section aria-labelledby="later">
      <h2 id="later">{t('round.then')}</h2>
      <ol className={styles.later}>
        {ways.map(({ stop, kind, at }) => (
          <li key={`${stop.id} ${kind}`}>
            <strong>{t(`round.${kind}`)}</strong>
            <span>{kind === 'pick' ? stop.shop.name : stop.address || stop.area}</span>
            <span className={styles.small}>
              {stop.number} {clock(at, i18n.language)}
            </span>
          </li>
        ))}
      </ol>
    </section>
  )
}

/** Whether the phone says where it is, and what is done with that. */
function Position({ sharing }: { sharing: Sharing }) {
  const { t } = useTranslation('orders-delivery')
  return (
    <section className={styles.position} aria-label={t('round.position')}>
      <p>{t(sharing.agreed ? 'round.positionOn' : 'round.positionAsk')}</p>
      {sharing.denied ? <p className={styles.warn}>{t('round.positionDenied')}</p> : null}
      <Button onClick={sharing.agreed ? sharing.stop : sharing.agree}>
        {t(sharing.agreed ? 'round.positionOff' : 'round.positionAgree')}
      </Button>
    </section>
  )
}

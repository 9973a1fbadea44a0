import { Link } from '@tanstack/react-router'
import { App, Button, Progress } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type CheckUpLine, type CheckUpPage, CheckUpView } from '#contracts/customers/check-ups'
import { useCan } from '../../../app/session.ts'
import { TimeText } from '../../../app/TimeText.tsx'
import { useLiveState } from '../../../app/use-live.ts'
import { LongList } from '../../../ui/LongList.tsx'
import { PageFrame } from '../../../ui/PageFrame.tsx'
import { Pill } from '../../../ui/Pill.tsx'
import { Empty } from '../../../ui/states.tsx'
import { useDone, useProblem } from '../../../ui/use-problem.ts'
import lists from '../customers.module.css'
import { useAsk, useCheckByHand, useCheckUps } from './check-up-queries.ts'
import styles from './check-ups.module.css'

/** 资料核对: files out of date, and what their customers say to it. */
export function CheckUpsPage() {
  const { t, i18n } = useTranslation('customers')
  const [view, setView] = useState<CheckUpView>('stale')
  const list = useCheckUps(view)
  const months = list.data?.pages[0]?.staleMonths ?? 6
  const stale = list.data?.pages[0]?.progress.stale
  const offline = useLiveState() === 'lost' && list.data !== undefined
  return (
    <PageFrame title={t('check.title')} hint={t('check.hint', { count: months })}>
      {offline ? (
        <p className={lists.offline} role="status">
          {t('offline')}
        </p>
      ) : null}
      <div className={lists.views}>
        {CheckUpView.options.map((one) => (
          <Pill key={one} on={one === view} pick={() => setView(one)}>
            {t(`check.view.${one}`)}
            {one === 'stale' && stale ? ` ${new Intl.NumberFormat(i18n.language).format(stale)}` : ''}
          </Pill>
        ))}
      </div>
      <LongList query={list} more={t('more')}>
        {(pages) => (
          <>
            <QuarterFigures progress={pages[0]!.progress} />
            <Lines view={view} lines={pages.flatMap((page) => page.lines)} />
          </>
        )}
      </LongList>
    </PageFrame>
  )
}

function QuarterFigures({ progress }: { progress: CheckUpPage['progress'] }) {
  const { t, i18n } = useTranslation('customers')
  const figure = (count: number) => new Intl.NumberFormat(i18n.language).format(count)
  if (!progress.asked) return null
  const percent = Math.round((progress.answered / progress.asked) * 100)
  return (
    <section className={styles.progress} aria-label={t('check.progress')}>
      <p>
        {t('check.quarter', {
          asked: figure(progress.asked),
          answered: figure(progress.answered),
          changed: figure(progress.changed),
        })}
      </p>
      <Progress percent={percent} aria-label={t('check.done', { percent })} format={() => `${percent}%`} />
    </section>
  )
}

function Lines({ view, lines }: { view: CheckUpView; lines: CheckUpLine[] }) {
  const { t } = useTranslation('customers')
  const ask = useTellAsked()
  if (!lines.length) return <Empty title={t(`check.empty.${view}`)} hint={t(`check.emptyHint.${view}`)} />
  return (
    <>
      {view === 'stale' && lines.length > 1 ? (
        <p className={styles.all}>
          <Button
            type="primary"
            loading={ask.busy}
            onClick={() => ask.ask(lines.slice(0, 100).map((line) => line.customerId))}
          >
            {t('check.askPage')}
          </Button>
        </p>
      ) : null}
      <ul className={lists.list} aria-label={t(`check.view.${view}`)}>
        {lines.map((line) => (
          <Line key={`${line.customerId} ${line.at}`} line={line} />
        ))}
      </ul>
    </>
  )
}

function Line({ line }: { line: CheckUpLine }) {
  const { t } = useTranslation('customers')
  const ask = useTellAsked()
  const byHand = useCheckByHand()
  const done = useDone()
  const problem = useProblem()
  const mayEdit = useCan('customers.edit')
  const open = line.state === null || line.state === 'unsent'
  const check = () =>
    byHand.mutate(line.customerId, {
      onSuccess: () => done(t('check.byHandDone')),
      onError: problem,
    })
  return (
    <li className={styles.line}>
      <Link to="/customers/$id" params={{ id: line.customerId }} className={styles.who}>
        <b>{line.name || t('nameless')}</b>
        <span>{[line.contact || t('noContact'), line.number].join(' · ')}</span>
        <small>
          {line.state ? (
            <em data-state={line.state}>{t(`check.state.${line.state}`)}</em>
          ) : (
            `${t('check.knownAt')} `
          )}
          <TimeText at={line.at ?? line.knownAt} />
          {line.by ? ` · ${line.by}` : ''}
        </small>
      </Link>
      {open ? (
        <span className={styles.deeds}>
          {mayEdit ? (
            <Button loading={byHand.isPending} onClick={check}>
              {t('check.byHand')}
            </Button>
          ) : null}
          {line.state === null ? (
            <Button loading={ask.busy} onClick={() => ask.ask([line.customerId])}>
              {t('check.ask')}
            </Button>
          ) : null}
        </span>
      ) : null}
    </li>
  )
}

/** Asks, and says how many it reached and whom it left in peace. */
function useTellAsked() {
  const { t } = useTranslation('customers')
  const { message } = App.useApp()
  const ask = useAsk()
  const problem = useProblem()
  return {
    busy: ask.isPending,
    ask: (ids: string[]) =>
      ask.mutate(ids, {
        onSuccess: ({ asked, left }) =>
          void message.success(
            [t('check.sent', { count: asked }), left ? t('check.left', { count: left }) : '']
              .filter(Boolean)
              .join(' '),
          ),
        onError: problem,
      }),
  }
}

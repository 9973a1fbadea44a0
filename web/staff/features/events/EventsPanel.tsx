import { useQuery } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { EventView } from '#contracts/loyalty/events'
import { useCan, useZone } from '../../app/session.ts'
import { PlusIcon } from '../../ui/icons.tsx'
import { QueryState } from '../../ui/QueryState.tsx'
import { Empty } from '../../ui/states.tsx'
import { textIn } from '../../ui/text-in.ts'
import { formatInstant } from '../../ui/time.ts'
import { useProblem } from '../../ui/use-problem.ts'
import { EventDrawer } from './EventDrawer.tsx'
import { eventsQuery, useEventState } from './event-queries.ts'
import styles from './events.module.css'
import { SignUpsDrawer } from './SignUpsDrawer.tsx'
import { useRewardWords } from './use-reward-words.ts'

/** The events one may see, the newest first. */
export function EventsPanel() {
  const { t } = useTranslation('events')
  const events = useQuery(eventsQuery)
  const mayManage = useCan('loyalty.manageEvents')
  const [edited, setEdited] = useState<EventView | 'new' | null>(null)
  const [shown, setShown] = useState<string | null>(null)
  const add = mayManage ? (
    <Button type="primary" icon={<PlusIcon size={16} />} onClick={() => setEdited('new')}>
      {t('add')}
    </Button>
  ) : null
  return (
    <>
      <QueryState query={events}>
        {(rows) =>
          rows.length === 0 ? (
            <Empty title={t('none')} hint={t('noneHint')} actions={add} />
          ) : (
            <>
              <div className={styles.bar}>
                <p>{t('hint')}</p>
                {add}
              </div>
              <ul className={styles.list}>
                {rows.map((event) => (
                  <EventLine
                    key={event.id}
                    event={event}
                    onEdit={() => setEdited(event)}
                    onShow={() => setShown(event.id)}
                  />
                ))}
              </ul>
            </>
          )
        }
      </QueryState>
      <EventDrawer event={edited} onClose={() => setEdited(null)} />
      <SignUpsDrawer
        event={events.data?.find(({ id }) => id === shown) ?? null}
        onClose={() => setShown(null)}
      />
    </>
  )
}

type EventLineProps = { event: EventView; onEdit: () => void; onShow: () => void }

function EventLine({ event, onEdit, onShow }: EventLineProps) {
  const { t, i18n } = useTranslation(['events', 'common'])
  const zone = useZone()
  const reward = useRewardWords()
  const time = (at: string) => formatInstant(at, 'full', i18n.language, zone)
  return (
    <li className={styles.item}>
      <div>
        <strong>{textIn(event.name, i18n.language as 'zh-CN')}</strong>
        <small>
          <span className={styles.phase} data-phase={event.phase}>
            {t(`phase.${event.phase}`)}
          </span>
          {event.shops.map((shop) => shop.name).join(t('common:list.and')) || t('wholeBrand')}
        </small>
        <small>{t('period', { from: time(event.startsAt), to: time(event.endsAt) })}</small>
        <small>
          {event.capacity === null
            ? t('taken', { count: event.taken })
            : t('takenOf', { count: event.taken, of: event.capacity })}
          {event.reward ? ` · ${reward.spent(event)}` : ''}
        </small>
      </div>
      <div className={styles.actions}>
        <Button onClick={onShow}>{t('signUps')}</Button>
        {event.mayManage ? <Button onClick={onEdit}>{t('edit')}</Button> : null}
        {event.mayManage ? <StateButton event={event} /> : null}
      </div>
    </li>
  )
}

function StateButton({ event }: { event: EventView }) {
  const { t } = useTranslation(['events', 'common'])
  const { modal } = App.useApp()
  const move = useEventState()
  const problem = useProblem()
  const opens = event.state !== 'open'
  const ask = () => {
    if (opens) return void move.mutate({ id: event.id, state: 'open' }, { onError: problem })
    modal.confirm({
      title: t('closeTitle'),
      content: t('closeHint'),
      okText: t('close'),
      cancelText: t('common:action.cancel'),
      onOk: () => move.mutateAsync({ id: event.id, state: 'closed' }).catch(problem),
    })
  }
  return (
    <Button type={event.state === 'draft' ? 'primary' : 'default'} onClick={ask} loading={move.isPending}>
      {opens ? t(event.state === 'draft' ? 'open' : 'reopen') : t('close')}
    </Button>
  )
}

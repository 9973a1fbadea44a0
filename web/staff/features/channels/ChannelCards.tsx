import { useQuery } from '@tanstack/react-query'
import { App, Select, Switch } from 'antd'
import { useTranslation } from 'react-i18next'
import { useCan } from '../../app/session.ts'
import { QueryState } from '../../ui/QueryState.tsx'
import { Empty } from '../../ui/states.tsx'
import { useDone, useProblem } from '../../ui/use-problem.ts'
import { useWhen } from '../../ui/use-when.ts'
import { type ChannelView, channelsQuery, useSaveChannel } from './channel-queries.ts'
import styles from './channels.module.css'
import { useOwnerChoices } from './use-owner-choices.ts'

/** One card a channel: is it on, who watches it, is it alive, what waits for a look. */
export function ChannelCards() {
  const { t } = useTranslation('channels')
  const channels = useQuery(channelsQuery)
  return (
    <QueryState query={channels}>
      {(rows) =>
        rows.length === 0 ? (
          <Empty title={t('channel.none')} />
        ) : (
          <ul className={styles.cards}>
            {rows.map((channel) => (
              <ChannelCard key={channel.id} channel={channel} />
            ))}
          </ul>
        )
      }
    </QueryState>
  )
}

function ChannelCard({ channel }: { channel: ChannelView }) {
  const { t } = useTranslation('channels')
  const when = useWhen()
  return (
    <li className={styles.card} data-on={channel.on}>
      <header>
        <h2>{channel.name}</h2>
        <ChannelSwitch channel={channel} />
        <p>{t(`kind.${channel.kind}`)}</p>
      </header>
      <dl className={styles.facts}>
        <div>
          <dt>{t('channel.today')}</dt>
          <dd>{t('channel.todayCount', { count: channel.today })}</dd>
        </div>
        <div>
          <dt>{t('channel.last')}</dt>
          <dd>{channel.lastMessageAt ? when(channel.lastMessageAt) : t('channel.never')}</dd>
        </div>
        <div>
          <dt>{t('channel.faults')}</dt>
          <dd data-bad={channel.faults > 0}>
            {channel.faults > 0
              ? t('channel.faultsCount', { count: channel.faults })
              : t('channel.faultsNone')}
          </dd>
        </div>
        <div>
          <dt>{t('channel.owner')}</dt>
          <dd>
            <Owner channel={channel} />
          </dd>
        </div>
      </dl>
    </li>
  )
}

function ChannelSwitch({ channel }: { channel: ChannelView }) {
  const { t } = useTranslation(['channels', 'common'])
  const { modal } = App.useApp()
  const save = useSaveChannel()
  const problem = useProblem()
  const done = useDone()
  const mayChange = useCan('channels.manage')
  const { id, name, on } = channel
  if (!mayChange) return <span className={styles.state}>{t(on ? 'channel.on' : 'channel.off')}</span>
  const turn = (next: boolean) =>
    save
      .mutateAsync({ id, change: { on: next } })
      .then(() => done(t(next ? 'channel.turnedOn' : 'channel.turnedOff', { name })), problem)
  const ask = (next: boolean) => {
    if (next) return void turn(true)
    modal.confirm({
      title: t('channel.turnOffTitle', { name }),
      content: t('channel.turnOffHint'),
      okText: t('channel.turnOff'),
      cancelText: t('common:action.cancel'),
      onOk: () => turn(false),
    })
  }
  return (
    <Switch aria-label={t('channel.switch', { name })} checked={on} loading={save.isPending} onChange={ask} />
  )
}

function Owner({ channel }: { channel: ChannelView }) {
  const { t } = useTranslation('channels')
  const mayChange = useCan('channels.manage')
  const choices = useOwnerChoices(mayChange, channel.owner)
  const save = useSaveChannel()
  const problem = useProblem()
  const done = useDone()
  if (!mayChange || !choices) {
    return <span data-bad={!channel.owner}>{channel.owner?.name ?? t('channel.ownerNone')}</span>
  }
  const choose = (ownerId: string | undefined) =>
    save
      .mutateAsync({ id: channel.id, change: { ownerId: ownerId ?? null } })
      .then(
        ({ name, owner }) =>
          done(
            owner
              ? t('channel.ownerSaved', { name, owner: owner.name })
              : t('channel.ownerCleared', { name }),
          ),
        problem,
      )
  return (
    <Select
      aria-label={t('channel.owner')}
      className={styles.owner}
      placeholder={t('channel.ownerNone')}
      status={channel.owner ? undefined : 'warning'}
      showSearch={{ optionFilterProp: 'label' }}
      allowClear
      value={channel.owner?.id}
      options={choices}
      onChange={choose}
    />
  )
}

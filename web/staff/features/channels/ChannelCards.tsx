import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCan } from '../../app/session.ts'
import { PlusIcon } from '../../ui/icons.tsx'
import { QueryState } from '../../ui/QueryState.tsx'
import { Empty } from '../../ui/states.tsx'
import { useWhen } from '../../ui/use-when.ts'
import { ChannelSwitch, Owner } from './ChannelFields.tsx'
import { type ChannelView, channelsQuery } from './channel-queries.ts'
import styles from './channels.module.css'
import { AddChannelDrawer } from './connect/AddChannelDrawer.tsx'
import { groupChannels, lookOf } from './connect/channel-groups.ts'
import { HealthLine } from './connect/HealthLine.tsx'
import { WebsiteForm } from './WebsiteForm.tsx'

const LOOK_AGAIN_MS = 15_000

/** One card a channel: is it on, who watches it, is it alive, what waits for a look. */
export function ChannelCards() {
  const { t } = useTranslation('channels')
  const channels = useQuery({ ...channelsQuery, refetchInterval: LOOK_AGAIN_MS })
  const [adding, setAdding] = useState(false)
  const mayConnect = useCan('channels.connect')
  const add = mayConnect ? (
    <Button type="primary" icon={<PlusIcon size={16} />} onClick={() => setAdding(true)}>
      {t('add.open')}
    </Button>
  ) : null
  return (
    <>
      <QueryState query={channels}>
        {(rows) => {
          const { own, connected, hand } = groupChannels(rows)
          if (rows.length === 0) return <Empty title={t('channel.none')} actions={add} />
          return (
            <>
              <Group
                title={t('group.connected')}
                channels={connected}
                actions={add}
                empty={
                  <p className={styles.none}>
                    <strong>{t('group.connectedNone')}</strong>
                    <span>{t('group.connectedNoneHint')}</span>
                  </p>
                }
              />
              <Group title={t('group.own')} channels={own} />
              <Group title={t('group.hand')} channels={hand} />
            </>
          )
        }}
      </QueryState>
      {mayConnect ? (
        <AddChannelDrawer open={adding} channels={channels.data ?? []} onClose={() => setAdding(false)} />
      ) : null}
    </>
  )
}

type GroupProps = { title: string; channels: ChannelView[]; actions?: ReactNode; empty?: ReactNode }

function Group({ title, channels, actions, empty }: GroupProps) {
  if (channels.length === 0 && !empty) return null
  return (
    <section className={styles.group}>
      <header>
        <h2>{title}</h2>
        {actions}
      </header>
      {channels.length ? (
        <ul className={styles.cards}>
          {channels.map((channel) => (
            <ChannelCard key={channel.id} channel={channel} />
          ))}
        </ul>
      ) : (
        empty
      )}
    </section>
  )
}

function ChannelCard({ channel }: { channel: ChannelView }) {
  const { t } = useTranslation('channels')
  const when = useWhen()
  const mayConnect = useCan('channels.connect')
  const { connection, faults, id, name } = channel
  return (
    <li className={styles.card} data-on={channel.on}>
      <header>
        <h3>
          {connection && mayConnect ? (
            <Link to="/channels/$id" params={{ id }}>
              {name}
            </Link>
          ) : (
            name
          )}
        </h3>
        <ChannelSwitch channel={channel} />
        <p>{t(`kind.${channel.kind}`)}</p>
        {connection ? <Health channel={channel} linked={mayConnect} /> : null}
        {channel.origins ? <WebsiteForm id={id} origins={channel.origins} /> : null}
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
          <dd data-bad={faults > 0}>
            <Faults count={faults} id={mayConnect ? id : null} />
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

/** How it is, and the way on when it needs a hand. */
function Health({ channel, linked }: { channel: ChannelView; linked: boolean }) {
  const { t } = useTranslation('channels')
  const look = lookOf(channel)
  const word = look === 'idle' ? 'health.setUp' : look === 'fault' ? 'health.look' : null
  return (
    <div className={styles.healthRow}>
      <HealthLine channel={channel} />
      {linked && word ? (
        <Link to="/channels/$id" params={{ id: channel.id }}>
          {t(word)}
        </Link>
      ) : null}
    </div>
  )
}

function Faults({ count, id }: { count: number; id: string | null }) {
  const { t } = useTranslation('channels')
  if (count === 0) return <>{t('channel.faultsNone')}</>
  const words = t('channel.faultsCount', { count })
  return id ? (
    <Link to="/channels" search={{ tab: 'strays', channel: id } as never}>
      {words}
    </Link>
  ) : (
    <>{words}</>
  )
}

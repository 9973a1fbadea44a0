import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { type ReactNode, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import type { Connection } from '#contracts/channels/connect'
import { useCan } from '../../../app/session.ts'
import { BackIcon } from '../../../ui/icons.tsx'
import { PageFrame } from '../../../ui/PageFrame.tsx'
import { QueryState } from '../../../ui/QueryState.tsx'
import { Empty, LinesSkeleton, NoPermission } from '../../../ui/states.tsx'
import { ChannelSwitch, Owner } from '../ChannelFields.tsx'
import { channelsQuery } from '../channel-queries.ts'
import styles from './connect.module.css'
import { connectionQuery } from './connect-queries.ts'
import { EXTRAS } from './extras.ts'
import { HealthLine } from './HealthLine.tsx'
import { RenameButton } from './RenameButton.tsx'
import { SetupPane } from './SetupPane.tsx'
import { StepsPane } from './StepsPane.tsx'

/** The health line is looked at again while the page is open. */
const LOOK_AGAIN_MS = 15_000

/** One connection from beginning to end: what to do at the service, what to fill in here, whether it works. */
export function ConnectionPage() {
  const { id } = useParams({ strict: false }) as { id: string }
  const mayConnect = useCan('channels.connect')
  return mayConnect ? <Loaded key={id} id={id} /> : <Frame title="" body={<NoPermission />} />
}

function Loaded({ id }: { id: string }) {
  const { t } = useTranslation('channels')
  const connection = useQuery({ ...connectionQuery(id), refetchInterval: LOOK_AGAIN_MS })
  const { data } = connection
  if ((connection.error as { status?: number } | null)?.status === 404) {
    return <Frame title="" body={<Empty title={t('connect.gone')} hint={t('connect.goneHint')} />} />
  }
  return (
    <Frame
      title={data?.name ?? ''}
      actions={data ? <RenameButton id={id} name={data.name} /> : null}
      body={
        <QueryState query={connection}>
          {(one) => (
            <Suspense fallback={<LinesSkeleton lines={10} />}>
              <Body connection={one} />
            </Suspense>
          )}
        </QueryState>
      }
    />
  )
}

function Frame({ title, actions, body }: { title: string; actions?: ReactNode; body: ReactNode }) {
  const { t } = useTranslation('channels')
  const back = (
    <Link to="/channels" className={styles.up}>
      <BackIcon size={14} />
      {t('connect.back')}
    </Link>
  )
  return (
    <PageFrame title={title} hint={back} actions={actions} width="wide">
      {body}
    </PageFrame>
  )
}

function Body({ connection }: { connection: Connection }) {
  const own = `connect-${connection.kind}`
  const { t } = useTranslation([own, 'channels'])
  const intro = t(`${own}:intro`, { defaultValue: t(`channels:kind.${connection.kind}`) })
  const Extras = EXTRAS[connection.kind]
  return (
    <>
      <p className={styles.intro}>{intro}</p>
      <Facts connection={connection} />
      <div className={styles.columns}>
        <StepsPane connection={connection} />
        <SetupPane connection={connection} />
      </div>
      {Extras && connection.connectedAt ? (
        <section className={styles.extras}>
          <Suspense fallback={<LinesSkeleton lines={4} />}>
            <Extras connection={connection} />
          </Suspense>
        </section>
      ) : null}
    </>
  )
}

/** How it is now, whether it takes messages, who watches it, what waits for a look. */
function Facts({ connection }: { connection: Connection }) {
  const { t } = useTranslation('channels')
  const channels = useQuery(channelsQuery)
  const channel = channels.data?.find((one) => one.id === connection.id)
  const { on, kind, connectedAt, health } = connection
  return (
    <dl className={styles.bar}>
      <div>
        <dt>{t('connect.state')}</dt>
        <dd>
          <HealthLine channel={{ kind, on, connection: { connectedAt, health } }} />
        </dd>
      </div>
      {channel ? (
        <>
          <div>
            <dt>{t('connect.on')}</dt>
            <dd>
              <ChannelSwitch channel={channel} />
            </dd>
          </div>
          <div>
            <dt>{t('channel.owner')}</dt>
            <dd>
              <Owner channel={channel} />
            </dd>
          </div>
          <div>
            <dt>{t('channel.faults')}</dt>
            <dd>
              <Strays count={channel.faults} id={channel.id} />
            </dd>
          </div>
        </>
      ) : null}
    </dl>
  )
}

function Strays({ count, id }: { count: number; id: string }) {
  const { t } = useTranslation('channels')
  if (count === 0) return <>{t('channel.faultsNone')}</>
  return (
    <Link className={styles.warn ?? ''} to="/channels" search={{ tab: 'strays', channel: id } as never}>
      {t('channel.faultsCount', { count })}
    </Link>
  )
}

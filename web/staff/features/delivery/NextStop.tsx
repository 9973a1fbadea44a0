import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RoundStop, Tap } from '#contracts/orders/delivery'
import { WarnIcon } from '../../ui/icons.tsx'
import { AddressDialog } from './AddressDialog.tsx'
import { clock } from './clock.ts'
import { HandOverDialog } from './HandOverDialog.tsx'
import { ReturnDialog } from './ReturnDialog.tsx'
import styles from './round.module.css'
import { TroubleDialog } from './TroubleDialog.tsx'
import type { TapIt } from './tap-it.ts'
import { keepTap } from './tap-queue.ts'

type Asked = 'handOver' | 'trouble' | 'address' | 'return'

/** Where to go now, as large as it goes: a counter or a door. */
export function NextStop({
  stop,
  kind,
  sending,
}: {
  stop: RoundStop
  kind: 'pick' | 'drop'
  /** The hand-over of this stop is on its way to the server. */
  sending: boolean
}) {
  const { t } = useTranslation('orders-delivery')
  const [open, setOpen] = useState<Asked | null>(null)
  const close = () => setOpen(null)
  const tap: TapIt = (what) => {
    keepTap({
      stopId: stop.id,
      number: stop.number,
      tap: { ...what, id: crypto.randomUUID(), at: new Date().toISOString() } as Tap,
    })
    close()
  }
  const carried = stop.state === 'picked_up'
  return (
    <section className={styles.next} aria-label={t('round.next')}>
      <header>
        <span className={styles.kind}>{t(`round.${kind}`)}</span>
        <strong>{stop.number}</strong>
        <Times stop={stop} />
      </header>
      <Where stop={stop} kind={kind} />
      {stop.taboos.length ? (
        <p className={styles.taboo}>
          <WarnIcon /> {t('round.taboo')}：{stop.taboos.join('、')}
        </p>
      ) : null}
      {stop.note ? (
        <p className={styles.note}>
          <span className={styles.small}>{t('round.note')}</span> {stop.note}
        </p>
      ) : null}
      <Content stop={stop} />
      <Steps stop={stop} tap={tap} open={setOpen} sending={sending} />
      {open === 'handOver' ? <HandOverDialog stop={stop} tap={tap} close={close} /> : null}
      {open === 'trouble' ? <TroubleDialog stop={stop} tap={tap} close={close} /> : null}
      {open === 'address' && carried ? <AddressDialog stop={stop} tap={tap} close={close} /> : null}
      {open === 'return' && carried ? <ReturnDialog stop={stop} tap={tap} close={close} /> : null}
    </section>
  )
}

/** As clocks show it, so that the difference is that of the two times beside it. */
const minuteOf = (at: string): number => Math.floor(Date.parse(at) / 60_000)

function Times({ stop }: { stop: RoundStop }) {
  const { t, i18n } = useTranslation('orders-delivery')
  const lateMin = stop.etaAt && stop.promisedAt ? minuteOf(stop.etaAt) - minuteOf(stop.promisedAt) : 0
  return (
    <span className={styles.times}>
      {stop.promisedAt ? (
        <span>{t('round.promised', { time: clock(stop.promisedAt, i18n.language) })}</span>
      ) : null}
      {stop.etaAt ? <span>{t('round.eta', { time: clock(stop.etaAt, i18n.language) })}</span> : null}
      {lateMin > 0 ? <strong className={styles.warn}>{t('round.late', { count: lateMin })}</strong> : null}
      {stop.trouble ? (
        <span className={styles.warn}>
          {t('trouble.reported', {
            kind: t(`trouble.kind.${stop.trouble.kind}`),
            count: stop.trouble.delayMin,
          })}
        </span>
      ) : null}
    </span>
  )
}

function Where({ stop, kind }: { stop: RoundStop; kind: 'pick' | 'drop' }) {
  const { t, i18n } = useTranslation('orders-delivery')
  if (kind === 'pick') {
    const waits = stop.pickAt
      ? t('round.notReady', { time: clock(stop.pickAt, i18n.language) })
      : t('round.notReadyPlain')
    return (
      <>
        <h2 className={styles.place}>{stop.shop.name}</h2>
        <p className={stop.ready ? styles.ready : styles.waits}>{stop.ready ? t('round.ready') : waits}</p>
        <p className={styles.small}>
          {t('round.area', { area: stop.area })} · {t('round.addressAfter')}
        </p>
      </>
    )
  }
  return (
    <>
      <h2 className={styles.place}>{stop.address || stop.area}</h2>
      {stop.name ? <p>{stop.name}</p> : null}
      {stop.phone ? (
        <p className={styles.small}>
          {t('round.phone', { phone: stop.phone })} · {t('round.phoneHint')}
        </p>
      ) : null}
    </>
  )
}

function Content({ stop }: { stop: RoundStop }) {
  const { t, i18n } = useTranslation('orders-delivery')
  const money = new Intl.NumberFormat(i18n.language, { style: 'currency', currency: stop.currency || 'CNY' })
  return (
    <>
      <ul className={styles.items}>
        {stop.items.map((item) => (
          <li key={item}>{item}</li>
        ))}
      </ul>
      {stop.collectMinor ? (
        <p className={styles.collect}>
          {t('round.collect', { amount: money.format(stop.collectMinor / 100) })}
        </p>
      ) : null}
    </>
  )
}

type StepsProps = {
  stop: RoundStop
  sending: boolean
  tap: TapIt
  open: (which: Asked) => void
}

/** At most one large button: the step that comes next. */
function Steps({ stop, tap, open, sending }: StepsProps) {
  const { t, i18n } = useTranslation('orders-delivery')
  const carried = stop.state === 'picked_up'
  return (
    <div className={styles.steps}>
      {carried ? null : (
        <Button
          type="primary"
          size="large"
          block
          disabled={!stop.ready}
          onClick={() => tap({ what: 'pick_up' })}
        >
          {t('round.pickedUp')}
        </Button>
      )}
      {carried && !stop.arrivedAt ? (
        <Button type="primary" size="large" block onClick={() => tap({ what: 'arrive' })}>
          {t('round.arrived')}
        </Button>
      ) : null}
      {carried && stop.arrivedAt ? (
        <p className={styles.small}>{t('round.arrivedAt', { time: clock(stop.arrivedAt, i18n.language) })}</p>
      ) : null}
      {carried ? (
        <Button
          type={stop.arrivedAt ? 'primary' : 'default'}
          size="large"
          block
          loading={sending}
          onClick={() => open('handOver')}
        >
          {t('round.handOver')}
        </Button>
      ) : null}
      <div className={styles.pair}>
        <Button size="large" onClick={() => open('trouble')}>
          {t('round.trouble')}
        </Button>
        {carried ? (
          <Button size="large" onClick={() => open('address')}>
            {t('round.address')}
          </Button>
        ) : null}
        {carried ? (
          <Button size="large" onClick={() => open('return')}>
            {t('round.return')}
          </Button>
        ) : null}
      </div>
    </div>
  )
}

import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { AffectedPreview } from '#contracts/incidents/affected'
import { useZone } from '../../../app/session.ts'
import { Empty } from '../../../ui/states.tsx'
import { formatInstant } from '../../../ui/time.ts'
import styles from './affected.module.css'

type Props = { preview: AffectedPreview; busy: boolean; take: () => void; without: (codes: string[]) => void }
const SHOPS_SHOWN = 8

/** Most brands know only one of the two. */
const fromOf = ({ orders, visits }: AffectedPreview) =>
  visits === 0 ? 'from_orders' : orders === 0 ? 'from_visits' : 'from_both'

/** How many, how they can be reached, how we know, and a few of them to check by eye. */
export function PreviewPart({ preview, busy, take, without }: Props) {
  const { t, i18n } = useTranslation('incidents')
  const zone = useZone()
  const at = (instant: string) =>
    `${formatInstant(instant, 'day', i18n.language, zone)} ${formatInstant(instant, 'time', i18n.language, zone)}`
  const unopened = preview.unopened.length ? (
    <p className={styles.warn}>
      {t('affected.unopened', {
        codes: preview.unopened.join(t('common:list.and')),
        count: preview.unopened.length,
      })}
      <Button type="link" size="small" onClick={() => without(preview.unopened)}>
        {t('affected.withoutCodes')}
      </Button>
    </p>
  ) : null
  if (preview.customers === 0 && preview.unknown === 0)
    return unopened ?? <Empty title={t('affected.nobody')} hint={t('affected.nobodyHint')} />
  const most = Math.max(1, ...preview.byShop.map((shop) => shop.customers))
  return (
    <section className={styles.preview} aria-label={t('affected.preview')}>
      <p className={styles.big}>
        <b>{t('affected.customers', { count: preview.customers })}</b>
        <span>
          {t(`affected.${fromOf(preview)}`, {
            orders: preview.orders,
            visits: preview.visits,
            count: preview.orders + preview.visits,
          })}
        </span>
      </p>
      {preview.complained ? (
        <p className={styles.hint}>{t('affected.complained.preview', { count: preview.complained })}</p>
      ) : null}
      {preview.unknown ? (
        <p className={styles.warn}>{t('affected.unknown', { count: preview.unknown })}</p>
      ) : null}
      {unopened}
      {preview.more ? <p className={styles.warn}>{t('affected.more')}</p> : null}
      <div className={styles.two}>
        <div>
          <h3>{t('affected.byWay')}</h3>
          <ul className={styles.counts}>
            {preview.byWay.map(({ way, customers }) => (
              <li key={way} data-none={way === 'none'}>
                {t(`way.${way}`, { defaultValue: way })}
                <b>{customers}</b>
              </li>
            ))}
          </ul>
        </div>
        <div>
          <h3>{t('affected.byProof')}</h3>
          <ul className={styles.counts}>
            {preview.byProof.map(({ proof, orders }) => (
              <li key={proof}>
                {t(`proof.${proof}`)}
                <b>{orders}</b>
              </li>
            ))}
          </ul>
        </div>
      </div>
      <h3>{t('affected.byShop')}</h3>
      <ul className={styles.bars}>
        {preview.byShop.slice(0, SHOPS_SHOWN).map(({ id, name, customers }) => (
          <li key={id}>
            <span>{name}</span>
            <i style={{ width: `${(customers / most) * 100}%` }} aria-hidden />
            <b>{customers}</b>
          </li>
        ))}
      </ul>
      {preview.byShop.length > SHOPS_SHOWN ? (
        <p className={styles.hint}>
          {t('affected.moreShops', { count: preview.byShop.length - SHOPS_SHOWN })}
        </p>
      ) : null}
      {preview.sample.length ? (
        <>
          <h3>{t('affected.sample')}</h3>
          <ul className={styles.sample}>
            {preview.sample.map((one, n) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the lines have no names of their own and never move
              <li key={n}>
                <span>{one.customerName || t('affected.nameless')}</span>
                <span>{one.what}</span>
                <small>
                  {one.shopName} · {at(one.at)} · {t(`way.${one.way}`, { defaultValue: one.way })}
                </small>
              </li>
            ))}
          </ul>
        </>
      ) : null}
      <Button type="primary" size="large" disabled={preview.customers === 0} loading={busy} onClick={take}>
        {t('affected.take', { count: preview.customers })}
      </Button>
    </section>
  )
}

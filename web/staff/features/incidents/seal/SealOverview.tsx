import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { ShopSeal } from '#contracts/incidents/seal'
import { TimeText } from '../../../app/TimeText.tsx'
import { Ring } from '../../../ui/Meter.tsx'
import { DrillBand } from '../Marks.tsx'
import { SealAbout } from './SealAbout.tsx'
import seal_ from './seal.module.css'
import styles from './seals.module.css'

/** For whoever follows several shops: one seal, how many shops have answered, and which have not. Shape: the shops of one seal, never none. */
export function SealOverview({ shops }: { shops: readonly ShopSeal[] }) {
  const { t } = useTranslation('incidents')
  const seal = shops[0]!
  const { answered, of } = seal
  const done = answered === of
  const byChase = (a: ShopSeal, b: ShopSeal) =>
    Number(b.shop.state === 'waiting') - Number(a.shop.state === 'waiting') || b.shop.asked - a.shop.asked
  return (
    <article className={styles.card} data-state={done ? 'acknowledged' : 'waiting'} data-drill={seal.drill}>
      {seal.drill ? <DrillBand /> : null}
      <div className={styles.inside}>
        <div className={styles.headed}>
          <div className={seal_.ring}>
            <Ring share={of ? answered / of : 0} tone={done ? 'leaf' : 'amber'} size={64} />
            <b>
              {answered}/{of}
            </b>
          </div>
          <div>
            <h2>{t('seals.stop', { what: seal.what })}</h2>
            <p className={styles.quiet}>{t('seals.far', { answered, of })}</p>
          </div>
        </div>
        <SealAbout seal={seal} />
        <ul className={styles.shops} aria-label={t('seal.shopsOf', { what: seal.what })}>
          {shops.toSorted(byChase).map(({ shop }) => (
            <li key={shop.shopId} data-state={shop.state}>
              <span>{shop.name}</span>
              <b>{t(`seal.state.${shop.state}`)}</b>
              <small>
                {shop.state !== 'waiting' ? (
                  <>
                    {shop.by} {shop.at ? <TimeText at={shop.at} /> : null}
                  </>
                ) : shop.asked > 1 ? (
                  t('seal.chased', { count: shop.asked - 1 })
                ) : null}
              </small>
            </li>
          ))}
        </ul>
        <Link to="/incidents/$id" params={{ id: seal.incidentId }} search={{ part: 'seal' }}>
          {t('seals.inRoom')}
        </Link>
      </div>
    </article>
  )
}

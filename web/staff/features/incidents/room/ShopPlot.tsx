import { useTranslation } from 'react-i18next'
import type { Room } from '#contracts/incidents'
import { mapScale } from '../../../ui/map-scale.ts'
import styles from './shops.module.css'

type Shop = Room['involved'][number]
const SIZE = { width: 320, height: 200, pad: 34 }
const HUE = { waiting: '--cinnabar', acknowledged: '--leaf', none: '--slate' } as const
/** Above it names would cover each other: then only shops that owe something are named. */
const NAMED_MOST = 5

/** Where the shops lie to one another; drawn here, so that no address leaves the house. The list below says the same in words. */
export function ShopPlot({ shops }: { shops: Shop[] }) {
  const { t } = useTranslation('incidents')
  const placed = shops
    .flatMap((shop) => (shop.place ? [{ ...shop, place: shop.place }] : []))
    // What is drawn last lies on top: shops that owe an answer.
    .toSorted((a, b) => Number(a.seal === 'waiting') - Number(b.seal === 'waiting'))
  const scale =
    placed.length > 1
      ? mapScale(
          placed.map((shop) => shop.place),
          SIZE,
        )
      : null
  if (!scale) return null
  const named = (shop: Shop) => placed.length <= NAMED_MOST || (shop.seal === 'waiting' && shop.tickets > 0)
  return (
    <figure className={styles.plot}>
      <svg viewBox={`0 0 ${SIZE.width} ${SIZE.height}`} role="img" aria-label={t('shops.plot')}>
        {placed.map((shop) => {
          const { x, y } = scale.xy(shop.place)
          return (
            <g key={shop.id} transform={`translate(${x} ${y})`}>
              <title>{`${shop.name} ${shop.seal === 'none' ? '' : t(`shops.seal.${shop.seal}`)}`}</title>
              <Spot seal={shop.seal} tickets={shop.tickets} />
              {named(shop) ? (
                <text y={-11} textAnchor={x < 60 ? 'start' : x > SIZE.width - 60 ? 'end' : 'middle'}>
                  {shop.name}
                </text>
              ) : null}
            </g>
          )
        })}
        <g transform={`translate(10 ${SIZE.height - 10})`}>
          <path d={`M0 -4v4h${scale.bar.px}v-4`} fill="none" stroke="var(--ink-3)" />
          <text x={scale.bar.px + 6} y={1}>
            {t('shops.km', { km: scale.bar.km })}
          </text>
        </g>
      </svg>
    </figure>
  )
}

/** A square owes an answer, a circle has given it: told apart without colour, too. */
function Spot({ seal, tickets }: Pick<Shop, 'seal' | 'tickets'>) {
  const fill = `var(${HUE[seal]})`
  const size = 5 + Math.min(4, tickets)
  return seal === 'waiting' ? (
    <rect x={-size} y={-size} width={2 * size} height={2 * size} rx={2} fill={fill} />
  ) : (
    <circle r={size} fill={fill} stroke="var(--surface)" strokeWidth={1.5} />
  )
}

import { useTranslation } from 'react-i18next'
import type { MenuItem } from '#contracts/orders/menu'
import styles from './item.module.css'
import { useMakeTime, useStationNames, useTradeLabels } from './use-menu-words.ts'
import { usePrice } from './use-price.ts'

/** What the brand's menu says of an item, to read. */
export function ItemFacts({ item }: { item: MenuItem }) {
  const { t } = useTranslation(['orders-menu', 'common'])
  const price = usePrice()
  const label = useTradeLabels()
  const time = useMakeTime()
  const { nameOf } = useStationNames()
  const list = (values: readonly string[]) => values.join(t('common:list.and')) || t('item.nothing')
  return (
    <dl className={styles.facts}>
      <dt>SKU</dt>
      <dd>{item.sku}</dd>
      <dt>{t('field.price')}</dt>
      <dd>{price(item.atShop?.brandPriceMinor ?? item.priceMinor)}</dd>
      <dt>{label.station}</dt>
      <dd>
        {nameOf(item.station)} · {time(item.makeS)}
      </dd>
      <dt>{t('field.allergens')}</dt>
      <dd data-loud={item.allergens.length > 0}>{list(item.allergens)}</dd>
      <dt>{label.material}</dt>
      <dd>{list(item.ingredients)}</dd>
      {item.options.map((option) => (
        <div key={option.key}>
          <dt>{option.name}</dt>
          <dd>
            {list(
              option.choices.map((choice) =>
                choice.priceMinor ? `${choice.name} +${price(choice.priceMinor)}` : choice.name,
              ),
            )}
            <small>
              {t(option.min ? 'option.must' : 'option.may', { min: option.min, max: option.max })}
            </small>
          </dd>
        </div>
      ))}
    </dl>
  )
}

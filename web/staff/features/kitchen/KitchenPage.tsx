import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { OfflineStrip } from '../../app/OfflineStrip.tsx'
import { useCan } from '../../app/session.ts'
import { useLive } from '../../app/use-live.ts'
import { usePageTitle } from '../../ui/PageFrame.tsx'
import { QueryState } from '../../ui/QueryState.tsx'
import { Empty, NoPermission } from '../../ui/states.tsx'
import { applyTheme, storedTheme } from '../../ui/theme.ts'
import { shopsQuery } from '../people/index.ts'
import { KitchenBar } from './KitchenBar.tsx'
import styles from './kitchen.module.css'
import { ShopKitchen } from './ShopKitchen.tsx'

const SHOP_KEY = 'huiyin.kitchen.shop'
const LIGHT_KEY = 'huiyin.kitchen.light'

/** The kitchen's own screen: nothing of the console around it, dark unless somebody wants it light, the shop chosen once. */
export function KitchenPage() {
  const { t } = useTranslation('orders-kitchen')
  usePageTitle(t('title'))
  useLive()
  const [light, setLight] = useOwnLight()
  const [chosen, setChosen] = useState(() => localStorage.getItem(SHOP_KEY))
  const shops = useQuery(shopsQuery)
  const mayCook = useCan('orders.cook')
  const choose = (id: string) => {
    localStorage.setItem(SHOP_KEY, id)
    setChosen(id)
  }
  return (
    <div className={styles.page}>
      <OfflineStrip />
      {mayCook ? (
        <QueryState query={shops}>
          {(all) => {
            const shop = all.find((s) => s.id === chosen) ?? all[0]
            const bar = (
              <KitchenBar
                shops={all}
                shopId={shop?.id ?? ''}
                choose={choose}
                light={light}
                turn={() => setLight(!light)}
              />
            )
            return shop ? (
              <ShopKitchen key={shop.id} shopId={shop.id} bar={bar} />
            ) : (
              <Empty title={t('noShop')} hint={t('noShopHint')} />
            )
          }}
        </QueryState>
      ) : (
        <NoPermission />
      )}
    </div>
  )
}

/** The screen's own shade, whatever the person prefers elsewhere; the person's comes back on leaving. */
function useOwnLight(): [boolean, (light: boolean) => void] {
  const [light, setLight] = useState(() => localStorage.getItem(LIGHT_KEY) === 'yes')
  useEffect(() => {
    document.documentElement.dataset.theme = light ? 'light' : 'dark'
    return () => void applyTheme(storedTheme())
  }, [light])
  return [
    light,
    (next) => {
      localStorage.setItem(LIGHT_KEY, next ? 'yes' : 'no')
      setLight(next)
    },
  ]
}

import { useQuery } from '@tanstack/react-query'
import { Button, Input, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Shop } from '#contracts/people'
import { useCan } from '../../app/session.ts'
import { PlusIcon, SearchIcon } from '../../ui/icons.tsx'
import { PageFrame } from '../../ui/PageFrame.tsx'
import { QueryState } from '../../ui/QueryState.tsx'
import { Empty } from '../../ui/states.tsx'
import styles from './people.module.css'
import { regionsQuery, shopsQuery } from './people-queries.ts'
import { RegionsDrawer } from './RegionsDrawer.tsx'
import { ServiceLine } from './ServiceLine.tsx'
import { ShopDrawer } from './ShopDrawer.tsx'
import { ShopList } from './ShopList.tsx'

const ALL = 'all'

/** All shops this person may see; whoever may change them opens one in a drawer. */
export function ShopsPage() {
  const { t } = useTranslation('people')
  const shops = useQuery(shopsQuery)
  const regions = useQuery(regionsQuery)
  const mayChange = useCan('people.manageShops')
  const [editing, setEditing] = useState<Shop | 'new' | null>(null)
  const [regionsOpen, setRegionsOpen] = useState(false)
  return (
    <PageFrame
      title={t('shop.title')}
      hint={
        shops.data
          ? t('shop.hint', { shops: shops.data.length, regions: regions.data?.length ?? 0 })
          : undefined
      }
      width="wide"
      actions={
        mayChange ? (
          <>
            <Button onClick={() => setRegionsOpen(true)}>{t('shop.regions')}</Button>
            <Button type="primary" icon={<PlusIcon size={16} />} onClick={() => setEditing('new')}>
              {t('shop.add')}
            </Button>
          </>
        ) : null
      }
    >
      <ServiceLine />
      <QueryState query={shops}>
        {(rows) =>
          rows.length === 0 ? (
            <Empty title={t('shop.none')} hint={t('shop.noneHint')} />
          ) : (
            <FilteredShops shops={rows} onOpen={mayChange ? setEditing : null} />
          )
        }
      </QueryState>
      <ShopDrawer shop={editing} regions={regions.data ?? []} onClose={() => setEditing(null)} />
      <RegionsDrawer open={regionsOpen} onClose={() => setRegionsOpen(false)} />
    </PageFrame>
  )
}

function FilteredShops({ shops, onOpen }: { shops: Shop[]; onOpen: ((shop: Shop) => void) | null }) {
  const { t } = useTranslation('people')
  const [words, setWords] = useState('')
  const [regionId, setRegionId] = useState(ALL)
  const regions = [...new Map(shops.map((shop) => [shop.regionId, shop.regionName]))]
  const wanted = words.trim().toLowerCase()
  const matching = shops.filter(
    (shop) =>
      (regionId === ALL || shop.regionId === regionId) &&
      `${shop.name} ${shop.code} ${shop.address}`.toLowerCase().includes(wanted),
  )
  const clear = () => {
    setWords('')
    setRegionId(ALL)
  }
  return (
    <>
      <div className={styles.filters}>
        <Input
          allowClear
          prefix={<SearchIcon size={16} />}
          aria-label={t('shop.search')}
          placeholder={t('shop.search')}
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
        <Select
          aria-label={t('shop.region')}
          value={regionId}
          options={[
            { value: ALL, label: t('shop.allRegions') },
            ...regions.map(([value, label]) => ({ value, label })),
          ]}
          onChange={setRegionId}
        />
      </div>
      {matching.length === 0 ? (
        <Empty
          title={t('shop.noMatch')}
          hint={t('shop.noMatchHint')}
          actions={<Button onClick={clear}>{t('shop.clear')}</Button>}
        />
      ) : (
        <ShopList shops={matching} onOpen={onOpen} />
      )}
    </>
  )
}

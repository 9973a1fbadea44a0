import { useQuery } from '@tanstack/react-query'
import { Button, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCan } from '../../app/session.ts'
import { PlusIcon } from '../../ui/icons.tsx'
import { QueryState } from '../../ui/QueryState.tsx'
import { Empty } from '../../ui/states.tsx'
import { CodeGroup } from './CodeGroup.tsx'
import { CreateCodesDrawer } from './CreateCodesDrawer.tsx'
import { type CodeView, codesQuery } from './channel-queries.ts'
import styles from './channels.module.css'
import { posterPath } from './poster-path.ts'

const ALL = 'all'

/** The printed codes, shop by shop; chosen ones go to the printer together. */
export function CodesPanel() {
  const { t } = useTranslation('channels')
  const codes = useQuery(codesQuery)
  const mayChange = useCan('channels.manageCodes')
  const [making, setMaking] = useState(false)
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const made = (fresh: CodeView[]) => {
    setMaking(false)
    setChosen(new Set(fresh.map((code) => code.id)))
  }
  const make = mayChange ? (
    <Button
      type={chosen.size > 0 ? 'default' : 'primary'}
      icon={<PlusIcon size={16} />}
      onClick={() => setMaking(true)}
    >
      {t('code.make')}
    </Button>
  ) : null
  return (
    <>
      <QueryState query={codes}>
        {(rows) =>
          rows.length === 0 ? (
            <Empty title={t('code.none')} hint={t('code.noneHint')} actions={make} />
          ) : (
            <CodeGroups codes={rows} chosen={chosen} onChoose={setChosen} make={make} mayChange={mayChange} />
          )
        }
      </QueryState>
      <CreateCodesDrawer open={making} onClose={() => setMaking(false)} onMade={made} />
    </>
  )
}

type GroupsProps = {
  codes: CodeView[]
  chosen: ReadonlySet<string>
  onChoose: (chosen: ReadonlySet<string>) => void
  make: React.ReactNode
  mayChange: boolean
}

function CodeGroups({ codes, chosen, onChoose, make, mayChange }: GroupsProps) {
  const { t } = useTranslation('channels')
  const [shopId, setShopId] = useState(ALL)
  const groups = [...Map.groupBy(codes, (code) => code.shop?.id ?? 'brand')].map(([id, held]) => ({
    id,
    name: held[0]?.shop?.name ?? t('code.brandWide'),
    codes: held,
  }))
  const shown = groups.filter((group) => shopId === ALL || group.id === shopId)
  return (
    <>
      <div className={styles.bar}>
        <Select
          aria-label={t('code.shop')}
          value={shopId}
          showSearch={{ optionFilterProp: 'label' }}
          className={styles.shopFilter}
          options={[
            { value: ALL, label: t('code.allShops') },
            ...groups.map((g) => ({ value: g.id, label: g.name })),
          ]}
          onChange={setShopId}
        />
        <p>{t('code.hint')}</p>
        <div className={styles.barEnd}>
          {make}
          {chosen.size > 0 ? (
            <Button type="primary" href={posterPath([...chosen])} target="_blank">
              {t('code.print', { count: chosen.size })}
            </Button>
          ) : null}
        </div>
      </div>
      {shown.map((group) => (
        <CodeGroup key={group.id} {...group} chosen={chosen} onChoose={onChoose} mayChange={mayChange} />
      ))}
    </>
  )
}

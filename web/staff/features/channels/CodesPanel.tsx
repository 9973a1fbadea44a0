import { useQuery } from '@tanstack/react-query'
import { Button, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCan } from '../../app/session.ts'
import { PlusIcon } from '../../ui/icons.tsx'
import { QueryState } from '../../ui/QueryState.tsx'
import { Empty } from '../../ui/states.tsx'
import { KioskDrawer } from './box/KioskDrawer.tsx'
import { SlipDrawer } from './box/SlipDrawer.tsx'
import { CodeGroup } from './CodeGroup.tsx'
import { CreateCodesDrawer, type Place } from './CreateCodesDrawer.tsx'
import { type CodeView, codesQuery } from './channel-queries.ts'
import styles from './channels.module.css'
import { posterPath } from './poster-path.ts'

const ALL = 'all'

/** The printed codes, shop by shop; chosen ones go to the printer together. */
export function CodesPanel() {
  const { t } = useTranslation('channels')
  const codes = useQuery(codesQuery)
  const mayChange = useCan('channels.manageCodes')
  const [making, setMaking] = useState<Place | null>(null)
  const [settingUp, setSettingUp] = useState<CodeView | null>(null)
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const made = (fresh: CodeView[]) => {
    setMaking(null)
    const [first] = fresh
    if (first?.place === 'slip' || first?.place === 'kiosk') setSettingUp(first)
    else setChosen(new Set(fresh.map((code) => code.id)))
  }
  const make = mayChange ? (
    <>
      <Button onClick={() => setMaking('kiosk')}>{t('code.asKiosk')}</Button>
      <Button
        type={chosen.size > 0 ? 'default' : 'primary'}
        icon={<PlusIcon size={16} />}
        onClick={() => setMaking('table')}
      >
        {t('code.make')}
      </Button>
    </>
  ) : null
  return (
    <>
      <QueryState query={codes}>
        {(rows) =>
          rows.length === 0 ? (
            <Empty title={t('code.none')} hint={t('code.noneHint')} actions={make} />
          ) : (
            <CodeGroups
              codes={rows}
              chosen={chosen}
              onChoose={setChosen}
              make={make}
              mayChange={mayChange}
              onSetUp={setSettingUp}
            />
          )
        }
      </QueryState>
      <CreateCodesDrawer place={making} onClose={() => setMaking(null)} onMade={made} />
      <SlipDrawer codeId={idOf(settingUp, 'slip')} onClose={() => setSettingUp(null)} />
      <KioskDrawer codeId={idOf(settingUp, 'kiosk')} onClose={() => setSettingUp(null)} />
    </>
  )
}

const idOf = (code: CodeView | null, place: Place): string | null => (code?.place === place ? code.id : null)

type GroupsProps = {
  codes: CodeView[]
  chosen: ReadonlySet<string>
  onChoose: (chosen: ReadonlySet<string>) => void
  make: React.ReactNode
  mayChange: boolean
  onSetUp: (code: CodeView) => void
}

function CodeGroups({ codes, chosen, onChoose, make, mayChange, onSetUp }: GroupsProps) {
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
        <CodeGroup
          key={group.id}
          {...group}
          chosen={chosen}
          onChoose={onChoose}
          mayChange={mayChange}
          onSetUp={onSetUp}
        />
      ))}
    </>
  )
}

import { useQuery } from '@tanstack/react-query'
import { Button, Drawer, Input, Space } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { QueryState } from '../../ui/QueryState.tsx'
import { useDone, useProblem } from '../../ui/use-problem.ts'
import styles from './people.module.css'
import { type RegionView, regionsQuery, useSaveRegion } from './people-queries.ts'

/** Regions, renamed in place; a new one at the end. */
export function RegionsDrawer({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { t } = useTranslation('people')
  const regions = useQuery(regionsQuery)
  return (
    <Drawer
      open={open}
      onClose={onClose}
      title={t('region.title')}
      size={420}
      styles={{ wrapper: { maxWidth: '100vw' } }}
      destroyOnHidden
    >
      <p className={styles.note}>{t('region.hint')}</p>
      <QueryState query={regions}>
        {(rows) => (
          <>
            {rows.length === 0 ? <p className={styles.note}>{t('region.none')}</p> : null}
            <ul className={styles.plain}>
              {rows.map((region) => (
                <RegionLine key={region.id} region={region} />
              ))}
            </ul>
          </>
        )}
      </QueryState>
      <div style={{ marginTop: 16 }}>
        <NameForm id={null} initial="" button={t('region.add')} />
      </div>
    </Drawer>
  )
}

function RegionLine({ region }: { region: RegionView }) {
  const { t } = useTranslation('people')
  const [renaming, setRenaming] = useState(false)
  if (renaming) {
    return (
      <li>
        <NameForm
          id={region.id}
          initial={region.name}
          button={t('common:action.save')}
          onDone={() => setRenaming(false)}
        />
      </li>
    )
  }
  return (
    <li>
      <span>{region.name}</span>
      <small>{t('region.shops', { count: region.shops })}</small>
      <Button type="text" onClick={() => setRenaming(true)}>
        {t('region.rename')}
      </Button>
    </li>
  )
}

type NameProps = { id: string | null; initial: string; button: string; onDone?: () => void }

function NameForm({ id, initial, button, onDone }: NameProps) {
  const { t } = useTranslation('people')
  const [name, setName] = useState(initial)
  const save = useSaveRegion()
  const problem = useProblem()
  const done = useDone()
  const send = () =>
    save.mutateAsync({ id, name: name.trim() }).then(() => {
      done(t('region.saved'))
      setName('')
      onDone?.()
    }, problem)
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        if (name.trim()) void send()
      }}
    >
      <Space.Compact block>
        <Input
          value={name}
          maxLength={60}
          aria-label={t('region.name')}
          placeholder={t('region.name')}
          onChange={(event) => setName(event.target.value)}
        />
        <Button htmlType="submit" loading={save.isPending} disabled={!name.trim()}>
          {button}
        </Button>
      </Space.Compact>
    </form>
  )
}

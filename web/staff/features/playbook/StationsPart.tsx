import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Text } from '#contracts/kit'
import type { Playbook } from '#contracts/playbook'
import { freshKey } from '../../ui/fresh-key.ts'
import { PlusIcon } from '../../ui/icons.tsx'
import { Section } from '../../ui/Section.tsx'
import { type Edit, without } from './draft-editing.ts'
import { ItemDrawer } from './ItemDrawer.tsx'
import listsStyles from './lists.module.css'
import { TextField } from './TextField.tsx'
import { usePlaybookWords } from './use-playbook-words.ts'

const MOST = 20

/** The places where things are made; items of the menu name one, and each shop sets up those it has. */
export function StationsPart({ doc, edit }: { doc: Playbook; edit: Edit | null }) {
  const { t } = useTranslation('playbook-admin')
  const { say } = usePlaybookWords(doc)
  const [open, setOpen] = useState<number | null>(null)
  const { stations } = doc.orders
  return (
    <Section
      title={t('orders.part.stations')}
      hint={t('orders.hint.stations')}
      actions={
        edit && stations.length < MOST ? (
          <Button icon={<PlusIcon size={14} />} onClick={() => setOpen(-1)}>
            {t('orders.station.new')}
          </Button>
        ) : null
      }
    >
      <span className={listsStyles.words}>
        {stations.map((station, place) =>
          edit ? (
            <Button key={station.key} onClick={() => setOpen(place)}>
              {say(station.name)}
            </Button>
          ) : (
            <span key={station.key}>{say(station.name)}</span>
          ),
        )}
      </span>
      {stations.length ? null : <p>{t('orders.station.none')}</p>}
      {edit && open !== null ? (
        <StationDrawer doc={doc} edit={edit} index={open} onClose={() => setOpen(null)} />
      ) : null}
    </Section>
  )
}

type DrawerProps = { doc: Playbook; edit: Edit; index: number; onClose: () => void }

function StationDrawer({ doc, edit, index, onClose }: DrawerProps) {
  const { t } = useTranslation('playbook-admin')
  const { say } = usePlaybookWords(doc)
  const { stations } = doc.orders
  const held = stations[index]
  const [name, setName] = useState<Text>(held?.name ?? '')
  const keys = stations.map((station) => station.key)
  const put = (next: typeof stations) => {
    edit.change(['orders', 'stations'], next)
    onClose()
  }
  const done = () =>
    put(
      held
        ? stations.map((old, i) => (i === index ? { ...old, name } : old))
        : [...stations, { key: freshKey('station', keys), name }],
    )
  return (
    <ItemDrawer
      open
      title={t(held ? 'orders.station.edit' : 'orders.station.new')}
      ready={say(name).trim() !== ''}
      onClose={onClose}
      onDone={done}
      remove={held ? { name: say(held.name), run: () => put(without(stations, index)) } : undefined}
    >
      <TextField
        label={t('orders.station.name')}
        value={name}
        onChange={(next) => setName(next ?? '')}
        hint={t('orders.station.hint')}
      />
    </ItemDrawer>
  )
}

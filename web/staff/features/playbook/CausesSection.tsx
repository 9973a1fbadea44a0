import { Button, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Playbook } from '#contracts/playbook'
import { type Cause, CauseGroup } from '#contracts/playbook/causes'
import { freshKey } from '../../ui/fresh-key.ts'
import { PlusIcon } from '../../ui/icons.tsx'
import { Empty } from '../../ui/states.tsx'
import { type Edit, without } from './draft-editing.ts'
import fieldsStyles from './fields.module.css'
import { ItemDrawer } from './ItemDrawer.tsx'
import listsStyles from './lists.module.css'
import { TextField } from './TextField.tsx'
import { usePlaybookWords } from './use-playbook-words.ts'

/** What an investigation may find as the cause, by where it lies (H3). */
export function CausesSection({ doc, edit }: { doc: Playbook; edit: Edit | null }) {
  const { t } = useTranslation('playbook-admin')
  const { say } = usePlaybookWords(doc)
  const [open, setOpen] = useState<number | null>(null)
  const groups = CauseGroup.options.map((group) => ({
    group,
    causes: doc.causes.map((cause, place) => ({ cause, place })).filter(({ cause }) => cause.group === group),
  }))
  return (
    <>
      {doc.causes.length === 0 ? <Empty title={t('cause.none')} hint={t('cause.noneHint')} /> : null}
      <ul className={listsStyles.lines}>
        {groups
          .filter(({ causes }) => causes.length > 0)
          .map(({ group, causes }) => (
            <li key={group}>
              <strong>{t(`cause.group.${group}`)}</strong>
              <span className={listsStyles.words} style={{ gridColumn: '2 / -1' }}>
                {causes.map(({ cause, place }) =>
                  edit ? (
                    <Button key={cause.key} size="small" onClick={() => setOpen(place)}>
                      {say(cause.name)}
                    </Button>
                  ) : (
                    <span key={cause.key}>{say(cause.name)}</span>
                  ),
                )}
              </span>
            </li>
          ))}
      </ul>
      {edit ? (
        <Button icon={<PlusIcon size={14} />} onClick={() => setOpen(-1)}>
          {t('cause.new')}
        </Button>
      ) : null}
      {edit && open !== null ? (
        <CauseDrawer doc={doc} edit={edit} index={open} onClose={() => setOpen(null)} />
      ) : null}
    </>
  )
}

type DrawerProps = { doc: Playbook; edit: Edit; index: number; onClose: () => void }

function CauseDrawer({ doc, edit, index, onClose }: DrawerProps) {
  const { t } = useTranslation('playbook-admin')
  const { say } = usePlaybookWords(doc)
  const [cause, setCause] = useState<Cause>(() => doc.causes[index] ?? blank(doc))
  const isNew = index === -1
  const done = () => {
    edit.change(
      ['causes'],
      isNew ? [...doc.causes, cause] : doc.causes.map((old, i) => (i === index ? cause : old)),
    )
    onClose()
  }
  const remove = () => {
    edit.change(['causes'], without(doc.causes, index))
    onClose()
  }
  return (
    <ItemDrawer
      open
      title={t(isNew ? 'cause.new' : 'cause.edit')}
      ready={say(cause.name).trim() !== ''}
      onClose={onClose}
      onDone={done}
      remove={isNew ? undefined : { name: say(cause.name), run: remove }}
    >
      <TextField
        label={t('cause.name')}
        value={cause.name}
        onChange={(name) => setCause({ ...cause, name: name ?? '' })}
      />
      <div className={fieldsStyles.field}>
        <span id="cause-group">{t('cause.where')}</span>
        <Select
          aria-labelledby="cause-group"
          value={cause.group}
          options={CauseGroup.options.map((value) => ({ value, label: t(`cause.group.${value}`) }))}
          onChange={(group) => setCause({ ...cause, group })}
        />
      </div>
    </ItemDrawer>
  )
}

function blank(doc: Playbook): Cause {
  return {
    key: freshKey(
      'cause',
      doc.causes.map((cause) => cause.key),
    ),
    group: 'method',
    name: '',
  }
}

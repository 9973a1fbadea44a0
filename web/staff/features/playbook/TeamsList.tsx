import { Button, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Role } from '#contracts/people'
import type { Playbook } from '#contracts/playbook'
import { Section } from '../../ui/Section.tsx'
import type { Edit } from './draft-editing.ts'
import fieldsStyles from './fields.module.css'
import { ItemDrawer } from './ItemDrawer.tsx'
import listsStyles from './lists.module.css'
import { TextField } from './TextField.tsx'
import { usePlaybookWords } from './use-playbook-words.ts'

type Team = Playbook['teams'][number]

/** Who the rules speak of, and what a customer reads instead of a name. */
export function TeamsList({ doc, edit }: { doc: Playbook; edit: Edit | null }) {
  const { t } = useTranslation(['playbook-admin', 'people'])
  const { say } = usePlaybookWords(doc)
  const [open, setOpen] = useState<number | null>(null)
  return (
    <Section title={t('team.title')}>
      <ul className={listsStyles.lines}>
        {doc.teams.map((team, i) => (
          <li key={team.key}>
            <strong>{say(team.name)}</strong>
            <span>
              {t('team.publicName')}：{say(team.publicName)}
            </span>
            <small>{team.roles.map((role) => t(`people:role.${role}`)).join(t('common:list.and'))}</small>
            {edit ? (
              <Button type="text" size="small" onClick={() => setOpen(i)}>
                {t('edit.change')}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      {edit && open !== null ? (
        <TeamDrawer doc={doc} edit={edit} index={open} onClose={() => setOpen(null)} />
      ) : null}
    </Section>
  )
}

type DrawerProps = { doc: Playbook; edit: Edit; index: number; onClose: () => void }

function TeamDrawer({ doc, edit, index, onClose }: DrawerProps) {
  const { t } = useTranslation(['playbook-admin', 'people'])
  const { say } = usePlaybookWords(doc)
  const [team, setTeam] = useState<Team>(() => doc.teams[index]!)
  const done = () => {
    edit.change(['teams', index], team)
    onClose()
  }
  return (
    <ItemDrawer
      open
      title={t('team.edit')}
      ready={say(team.name) !== '' && say(team.publicName) !== '' && team.roles.length > 0}
      onClose={onClose}
      onDone={done}
    >
      <TextField
        label={t('team.name')}
        value={team.name}
        onChange={(name) => setTeam({ ...team, name: name ?? '' })}
      />
      <TextField
        label={t('team.publicName')}
        value={team.publicName}
        onChange={(publicName) => setTeam({ ...team, publicName: publicName ?? '' })}
      />
      <div className={fieldsStyles.field}>
        <span id="team-roles">{t('team.roles')}</span>
        <Select
          aria-labelledby="team-roles"
          mode="multiple"
          maxCount={6}
          value={team.roles}
          options={Role.options.map((value) => ({ value, label: t(`people:role.${value}`) }))}
          onChange={(roles) => setTeam({ ...team, roles })}
        />
      </div>
    </ItemDrawer>
  )
}

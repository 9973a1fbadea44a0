import { Input, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { QueryState } from '../../../ui/QueryState.tsx'
import { Empty } from '../../../ui/states.tsx'
import dialogs from '../Dialogs.module.css'
import { useColleagues } from './investigation-queries.ts'

type Props = {
  ticketId: string
  now: string | null
  busy: boolean
  choose: (id: string, name: string) => void
  close: () => void
}

/** Whom the complaint is about: people of the shop first. */
export function AccusedDialog({ ticketId, now, busy, choose, close }: Props) {
  const { t } = useTranslation(['investigation', 'tickets'])
  const colleagues = useColleagues(ticketId)
  const [words, setWords] = useState('')
  const [chosen, setChosen] = useState<{ id: string; name: string } | null>(null)
  return (
    <Modal
      open
      title={t('accused.title')}
      okText={t('accused.ok')}
      onOk={() => chosen && choose(chosen.id, chosen.name)}
      onCancel={close}
      confirmLoading={busy}
      okButtonProps={{ disabled: !chosen }}
      width={480}
    >
      <p className={dialogs.hint}>{t('accused.hint')}</p>
      <Input
        autoFocus
        value={words}
        aria-label={t('accused.search')}
        placeholder={t('accused.search')}
        onChange={(event) => setWords(event.target.value)}
      />
      <QueryState query={colleagues}>
        {({ people }) => {
          const shown = people.filter((p) => p.id !== now && p.name.includes(words.trim()))
          if (shown.length === 0) return <Empty title={t('accused.nobody')} />
          return (
            <ul className={dialogs.people}>
              {shown.map((person) => (
                <li key={person.id}>
                  <label data-chosen={chosen?.id === person.id}>
                    <input
                      type="radio"
                      name="accused"
                      checked={chosen?.id === person.id}
                      onChange={() => setChosen(person)}
                    />
                    <i className={dialogs.presence} data-on={person.onDuty} />
                    <b>{person.name}</b>
                    <small>
                      {[
                        ...person.roles.map((role) => t(`tickets:role.${role}`)),
                        person.ofShop ? t('accused.ofShop') : '',
                      ]
                        .filter(Boolean)
                        .join(' · ')}
                    </small>
                  </label>
                </li>
              ))}
            </ul>
          )
        }}
      </QueryState>
    </Modal>
  )
}

import { Modal, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Room } from '#contracts/incidents'
import type { Contact } from '#contracts/incidents/contacts'
import { useDone, useProblem } from '../../../ui/use-problem.ts'
import { Field } from '../Field.tsx'
import { deeds, useDeed } from '../incident-queries.ts'
import { useContacts } from '../people-queries.ts'
import styles from './forms.module.css'
import { PostPick } from './PostPick.tsx'
import { RingButton } from './RingButton.tsx'

const SHOPS_NAMED = 2

/** Calls one more colleague into the room, for one of the posts. */
export function AddMemberDialog({ room, close }: { room: Room; close: () => void }) {
  const { t } = useTranslation(['incidents', 'people'])
  const contacts = useContacts(room.id, true)
  const [staffId, setStaff] = useState<string>()
  // Most likely for a post that nobody has taken.
  const wanted = room.posts.find(({ acknowledged }) => !acknowledged) ?? room.posts[0]
  const [post, setPost] = useState(wanted?.post ?? '')
  const chosen = contacts.data?.people.find((one) => one.staffId === staffId)
  const what = ({ roles, onDuty }: Contact) =>
    [
      ...roles.map(({ role, shops }) =>
        [t(`people:role.${role}`), shops.slice(0, SHOPS_NAMED).join(t('common:list.and'))]
          .filter(Boolean)
          .join(' '),
      ),
      ...(onDuty ? [] : [t('people.offDuty')]),
    ].join(' · ')
  const deed = useDeed(room.id)
  const problem = useProblem()
  const done = useDone()
  const send = () =>
    staffId &&
    deed.mutate(deeds.addMember({ staffId, post }), {
      onError: problem,
      onSuccess: () => {
        done(t('people.did'))
        close()
      },
    })
  return (
    <Modal
      open
      title={t('people.add')}
      okText={t(staffId ? 'people.addDo' : 'first.person')}
      onOk={send}
      onCancel={close}
      confirmLoading={deed.isPending}
      okButtonProps={{ disabled: !staffId || !post }}
      width={440}
    >
      <div className={styles.form}>
        <Field label={t('people.who')}>
          <Select
            autoFocus
            aria-label={t('people.who')}
            value={staffId}
            loading={contacts.isPending}
            showSearch={{ optionFilterProp: 'label' }}
            onChange={setStaff}
            options={(contacts.data?.people ?? []).map((one) => ({
              value: one.staffId,
              label: `${one.name} · ${what(one)}`,
            }))}
          />
          {chosen ? <RingButton roomId={room.id} contact={chosen} /> : null}
        </Field>
        <PostPick room={room} post={post} choose={setPost} />
        <p className={styles.hint}>{t('people.addHint')}</p>
      </div>
    </Modal>
  )
}

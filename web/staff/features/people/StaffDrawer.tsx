import { Drawer, Tabs } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Staff } from '#contracts/people'
import { AbsencesTab } from './AbsencesTab.tsx'
import { AccessTab } from './AccessTab.tsx'
import type { IssuedInvitation } from './InvitationDialog.tsx'
import { StaffForm } from './StaffForm.tsx'

type Props = {
  who: Staff | 'new' | null
  onClose: () => void
  onInvited: (issued: IssuedInvitation) => void
}

/** One person: daily matters, absences, access. A new one has only the first. */
export function StaffDrawer({ who, onClose, onInvited }: Props) {
  const { t } = useTranslation('people')
  const invited = (issued: IssuedInvitation) => {
    onClose()
    onInvited(issued)
  }
  return (
    <Drawer
      open={who !== null}
      onClose={onClose}
      title={who === 'new' ? t('edit.invite') : (who?.name ?? '')}
      size={600}
      styles={{ wrapper: { maxWidth: '100vw' } }}
      destroyOnHidden
    >
      {who === 'new' ? <StaffForm person={null} onSaved={onClose} onInvited={invited} /> : null}
      {who && who !== 'new' ? (
        <Tabs
          items={[
            {
              key: 'works',
              label: t('edit.works'),
              children: <StaffForm person={who} onSaved={onClose} onInvited={invited} />,
            },
            { key: 'absence', label: t('edit.absence'), children: <AbsencesTab staffId={who.id} /> },
            {
              key: 'access',
              label: t('edit.access'),
              children: <AccessTab person={who} onInvited={invited} />,
            },
          ]}
        />
      ) : null}
    </Drawer>
  )
}

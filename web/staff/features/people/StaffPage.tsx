import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Staff } from '#contracts/people'
import { useCan } from '../../app/session.ts'
import { PersonPlusIcon } from '../../ui/icons.tsx'
import { PageFrame } from '../../ui/PageFrame.tsx'
import { QueryState } from '../../ui/QueryState.tsx'
import { Empty } from '../../ui/states.tsx'
import { InvitationDialog, type IssuedInvitation } from './InvitationDialog.tsx'
import { staffQuery } from './people-queries.ts'
import { StaffDrawer } from './StaffDrawer.tsx'
import { StaffTable } from './StaffTable.tsx'

/** Everybody who works with this brand's feedback: roles, reach, presence, access. */
export function StaffPage() {
  const { t } = useTranslation('people')
  const staff = useQuery(staffQuery)
  const mayChange = useCan('people.manageStaff')
  const [openId, setOpenId] = useState<string | null>(null)
  const [issued, setIssued] = useState<IssuedInvitation | null>(null)
  const rows = staff.data ?? []
  return (
    <PageFrame
      title={t('staff.title')}
      hint={
        staff.data
          ? t('staff.hint', { count: rows.length, onDuty: rows.filter((row) => row.onDuty).length })
          : undefined
      }
      width="wide"
      actions={
        mayChange ? (
          <Button type="primary" icon={<PersonPlusIcon size={16} />} onClick={() => setOpenId('new')}>
            {t('staff.invite')}
          </Button>
        ) : null
      }
    >
      <QueryState query={staff}>
        {(everybody) =>
          everybody.length === 0 ? (
            <Empty title={t('staff.none')} hint={t('staff.noneHint')} />
          ) : (
            <StaffTable staff={everybody} onOpen={mayChange ? (person) => setOpenId(person.id) : null} />
          )
        }
      </QueryState>
      <StaffDrawer who={whoOf(openId, rows)} onClose={() => setOpenId(null)} onInvited={setIssued} />
      <InvitationDialog issued={issued} onClose={() => setIssued(null)} />
    </PageFrame>
  )
}

function whoOf(id: string | null, rows: Staff[]): Staff | 'new' | null {
  return id === 'new' ? 'new' : (rows.find((row) => row.id === id) ?? null)
}

import type { Scope } from '#platform/permissions'

/** For what the room does by itself: nobody reads these tickets. */
export const EVERY_TICKET: Scope = { shops: 'all', own: false, staffId: null }

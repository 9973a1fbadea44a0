export { openTickets } from './intake/open-tickets.ts'

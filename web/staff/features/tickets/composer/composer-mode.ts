export type { ComposerMode } from '#contracts/tickets/composer'

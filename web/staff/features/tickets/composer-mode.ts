/** What is being written: an answer to the customer, a word to colleagues, or the proposal. */
export type ComposerMode = 'reply' | 'note' | 'propose'

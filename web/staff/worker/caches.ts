/** Answers of the server that are kept for working without a network; emptied when the person signs out. */
export const ANSWERS_CACHE = 'huiyin-answers'

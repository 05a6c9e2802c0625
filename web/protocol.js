// What the window knows of the engine's messages (src/messages/messages.h).

/**
 * Whether the notice is the last of its run or sweep.
 * @param {Notice} notice @returns {notice is EndNotice}
 */
export const endsRun = (notice) => ['finished', 'sweep-finished', 'failed', 'cancelled'].includes(notice.type);

/** Whether it ended with a result. @param {Notice} notice @returns {notice is FinishedNotice} */
export const hasResult = (notice) => notice.type === 'finished' || notice.type === 'sweep-finished';

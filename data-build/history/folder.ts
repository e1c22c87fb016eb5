/** Folder of the edition that holds its history; no dataset can have this name. */
export const HISTORY = 'changes';

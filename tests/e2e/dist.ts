/** The built site under test; another folder, to look at a build from elsewhere. */
export const DIST = process.env['ATLAS_DIST'] ?? 'dist';

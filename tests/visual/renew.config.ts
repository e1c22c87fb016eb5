import config from '../e2e/vitest.config';

/** `npm run pictures`: the same cases, but what they draw becomes what is expected. Look at each picture before it is committed. */
process.env.RENEW_PICTURES = '1';

export default {
  ...config,
  test: {
    ...config.test,
    include: ['tests/e2e/visual.e2e.ts'],
    env: { TZ: 'Europe/Rome', RENEW_PICTURES: '1' },
  },
};

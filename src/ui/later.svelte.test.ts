import { expect, it, vi } from 'vitest';
import { Later } from './later.svelte';

it('loads once, however often it is wanted', async () => {
  const load = vi.fn(() => Promise.resolve({ default: 'here' }));
  const later = new Later(load);
  expect(later.part).toBeNull();
  later.want();
  later.want();
  await vi.waitFor(() => expect(later.part).toBe('here'));
  later.want();
  expect(load).toHaveBeenCalledOnce();
});

it('says that it failed, tells its owner, and tries again when it is wanted again', async () => {
  const load = vi.fn<() => Promise<{ default: string }>>().mockRejectedValueOnce(new Error('gone'));
  load.mockResolvedValue({ default: 'here' });
  const onfail = vi.fn();
  const later = new Later(load, onfail);
  later.want();
  await vi.waitFor(() => expect(later.failed).toBe(true));
  expect(onfail).toHaveBeenCalledOnce();
  later.want();
  expect(later.failed).toBe(false);
  await vi.waitFor(() => expect(later.part).toBe('here'));
});

import { parentPort } from 'node:worker_threads';
import { PartPacker } from './part';
import type { Part } from './parts';
import { FeatureStore, type SharedStore } from './store';

/** A thread that packs parts as they are asked for: the store first, then one message in, one out. */
let packer: PartPacker | undefined;
parentPort?.on('message', (message: SharedStore | Part) => {
  if ('layers' in message) packer = new PartPacker(new FeatureStore(message));
  else if (packer) {
    const packed = packer.pack(message);
    parentPort?.postMessage(packed, [packed.data.buffer]);
  }
});

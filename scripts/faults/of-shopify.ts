import { setTimeout as sleep } from 'node:timers/promises';
import type { Faults } from '../../tests/simulator/api/shopify-api.ts';
import { shopDomain, type Stage } from '../../tests/support/stage.ts';
import type { Fault } from './fault.ts';

/** A behaviour of the simulator, and back. */
function behaves(stage: Stage, faults: Partial<Faults>): () => Promise<void> {
  const { faults: all } = stage.simulator.api;
  const usual = { ...all };
  Object.assign(all, faults);
  return () => Promise.resolve(void Object.assign(all, usual));
}

/** The longest that a job waits before it tries again is some minutes: so often, each of its tries within four hours has come. */
const triesInFourHours = 12;

const down: Fault = {
  fault: 'Shopify down: as many tries as in four hours',
  lastsMs: triesInFourHours * 1500,
  begin(stage) {
    const up = behaves(stage, { down: true });
    let isOver = false;
    const hurrying = hurry();
    return async () => {
      isOver = true;
      await hurrying;
      await up();
    };
    async function hurry(): Promise<void> {
      while (!isOver) {
        await stage.query(
          `update pgboss.job set start_after = now() where state = 'retry' and start_after > now()`,
        );
        await sleep(1000);
      }
    }
  },
};

const slow: Fault = {
  fault: 'Shopify takes four seconds for every answer',
  lastsMs: 20_000,
  begin: (stage) => behaves(stage, { delayMs: 4000 }),
};

const throttled: Fault = {
  fault: 'THROTTLED at every call, either way Shopify says it',
  lastsMs: 20_000,
  async begin(stage) {
    const { faults } = stage.simulator.api;
    faults.throttle = 1_000_000;
    const flip = setInterval(() => {
      faults.throttleAs = faults.throttleAs === 'http' ? 'graphql' : 'http';
    }, 700);
    await Promise.resolve();
    return () => {
      clearInterval(flip);
      faults.throttle = 0;
      return Promise.resolve();
    };
  },
};

const ahead: Fault = {
  fault: "Shopify's clock a day ahead of the app's",
  lastsMs: 3000,
  begin(stage) {
    stage.simulator.api.clock.advance(25 * 3_600_000);
    return () => Promise.resolve();
  },
};

const poison: Fault = {
  fault: 'deliveries that cannot be read, five for each good one',
  lastsMs: 5000,
  begin(stage) {
    const { api } = stage.simulator;
    const bodies = ['{"id":', '[]', 'null', '{}', '{"id":"1; drop table"}'];
    const sending = Promise.all(
      Array.from({ length: 200 }, async (_, index) => {
        await sleep(index * 20);
        const body = bodies[index % bodies.length] ?? '';
        await api.deliver({ shop: shopDomain, topic: 'orders/updated', body });
      }),
    );
    return async () => {
      await sending;
    };
  },
};

export const shopifyFaults: readonly Fault[] = [down, slow, throttled, ahead, poison];

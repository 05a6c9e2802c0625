import assert from 'node:assert/strict';
import test from 'node:test';

import { watchConditions } from '../../../web/conditions.js';

function page({ getBattery } = {}) {
  const document = Object.assign(new EventTarget(), { visibilityState: 'visible' });
  return { document, navigator: { getBattery } };
}

test('tells when the page is hidden and seen again', async () => {
  const scope = page();
  const told = [];
  await watchConditions((conditions) => told.push(conditions), scope);
  scope.document.visibilityState = 'hidden';
  scope.document.dispatchEvent(new Event('visibilitychange'));
  scope.document.visibilityState = 'visible';
  scope.document.dispatchEvent(new Event('visibilitychange'));
  assert.deepEqual(told.map(({ hidden }) => hidden), [false, true, false]);
  assert.equal(told.some((conditions) => conditions.on_battery), false, 'a browser that does not tell');
});

test('tells when the plug is pulled', async () => {
  const battery = Object.assign(new EventTarget(), { charging: true });
  const told = [];
  await watchConditions((conditions) => told.push(conditions), page({ getBattery: async () => battery }));
  battery.charging = false;
  battery.dispatchEvent(new Event('chargingchange'));
  assert.equal(told.at(-1).on_battery, true);
});

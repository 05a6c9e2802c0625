/**
 * Tells what may slow the page down, now and whenever it changes: that nobody sees it, and that the
 * machine runs on its battery (where the browser says so).
 * @param {(conditions: PageConditions) => void} tell
 * @param {{document: Document, navigator: Navigator}} [scope]
 */
export async function watchConditions(tell, scope = globalThis) {
  const conditions = { hidden: false, on_battery: false };
  /** @param {Battery} [battery] */
  const look = (battery) => {
    conditions.hidden = scope.document.visibilityState === 'hidden';
    if (battery) conditions.on_battery = !battery.charging;
    tell({ ...conditions });
  };
  scope.document.addEventListener('visibilitychange', () => look());
  look();
  try {
    const battery = await scope.navigator.getBattery?.();
    if (!battery) return;  // this browser does not tell
    battery.addEventListener('chargingchange', () => look(battery));
    look(battery);
  } catch {
    // It refuses to tell.
  }
}

/** Zones in which Awin's reports can be asked for. */
const reportZones: ReadonlySet<string> = new Set([
  'Europe/Berlin',
  'Europe/Paris',
  'Europe/London',
  'Europe/Dublin',
  'Europe/Helsinki',
  'Canada/Eastern',
  'Canada/Central',
  'Canada/Mountain',
  'Canada/Pacific',
  'US/Eastern',
  'US/Central',
  'US/Mountain',
  'US/Pacific',
  'America/Sao_Paulo',
  'Australia/Sydney',
  'UTC',
]);

/** Today's names of zones that Awin lists under an older one. */
const olderNames: Readonly<Record<string, string>> = {
  'America/New_York': 'US/Eastern',
  'America/Chicago': 'US/Central',
  'America/Denver': 'US/Mountain',
  'America/Los_Angeles': 'US/Pacific',
  'America/Toronto': 'Canada/Eastern',
  'America/Winnipeg': 'Canada/Central',
  'America/Edmonton': 'Canada/Mountain',
  'America/Vancouver': 'Canada/Pacific',
};

/** Zones whose clocks have long shown the same time as one that Awin lists. */
const sameClocks: Readonly<Record<string, readonly string[]>> = {
  'Europe/Berlin': [
    'Europe/Amsterdam',
    'Europe/Brussels',
    'Europe/Budapest',
    'Europe/Copenhagen',
    'Europe/Luxembourg',
    'Europe/Madrid',
    'Europe/Oslo',
    'Europe/Prague',
    'Europe/Rome',
    'Europe/Stockholm',
    'Europe/Vienna',
    'Europe/Warsaw',
    'Europe/Zurich',
  ],
  'Europe/London': ['Europe/Lisbon'],
  'Europe/Helsinki': [
    'Europe/Athens',
    'Europe/Bucharest',
    'Europe/Riga',
    'Europe/Sofia',
    'Europe/Tallinn',
    'Europe/Vilnius',
  ],
  'Australia/Sydney': ['Australia/Melbourne'],
};

const listedNames: ReadonlyMap<string, string> = new Map([
  ...Object.entries(olderNames),
  ...Object.entries(sameClocks).flatMap(([listed, names]) =>
    names.map((name) => [name, listed] as const),
  ),
]);

/** The name under which Awin's reports know a program's zone; `UTC` where they don't, which coverage says. */
export function awinReportZone(timeZone: string): string {
  const name = listedNames.get(timeZone) ?? timeZone;
  return reportZones.has(name) ? name : 'UTC';
}

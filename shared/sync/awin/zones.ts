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

/** The name under which Awin's reports know a program's zone; `UTC` where they don't, which coverage must say. */
export function awinReportZone(timeZone: string): string {
  const name = olderNames[timeZone] ?? timeZone;
  return reportZones.has(name) ? name : 'UTC';
}

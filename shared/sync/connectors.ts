import { networkSchema, type Network } from '../domain/vocabulary';
import { awinConnector } from './awin/connector';
import type { Connector } from './connector';
import { partnerstackConnector } from './partnerstack/connector';

/** The register of networks that can be synced; adding one is one folder and one line here. */
export const connectors: Readonly<Record<Network, Connector>> = {
  awin: awinConnector,
  partnerstack: partnerstackConnector,
};

/** The connector of a network; null for one of which figures come as files only. */
export function connectorOf(network: string): Connector | null {
  const known = networkSchema.safeParse(network);
  return known.success ? connectors[known.data] : null;
}

import type { Network } from '../domain/vocabulary';
import { awinConnector } from './awin/connector';
import type { Connector } from './connector';
import { partnerstackConnector } from './partnerstack/connector';

/** The register of networks that can be synced; adding one is one folder and one line here. */
export const connectors: Readonly<Record<Network, Connector>> = {
  awin: awinConnector,
  partnerstack: partnerstackConnector,
};

export { ExplorerScreen } from './explorer/explorer-screen';

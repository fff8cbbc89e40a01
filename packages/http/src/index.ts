/** For programs on Node. */
export {createFetchHandler, type FetchHandler, type FetchHandlerOptions} from './fetch-handler.ts';
export {getFetchPlatform, getFetchRequest} from './fetch-source.ts';
export {createNodeHandler, type NodeHandler, type NodeHandlerOptions} from './node-handler.ts';
export {type NodeHttpOptions, setNodeHttpOpts} from './node-http-options.ts';
export {type NodeServer, startNodeServer} from './node-server.ts';
export {getNodeRequest, getNodeResponse} from './node-source.ts';

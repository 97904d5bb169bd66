import '../../../renderer/data/jitless';
import * as core from './core';
import * as facts from './facts';
import * as worker from './worker';
import * as workerSync from './worker-sync';

/** Everything that a test may call inside the page; the functions take and give plain data. */
export const lab = { ...core, ...facts, ...worker, ...workerSync };

Object.assign(window, { lab });

import type { Words } from '../english';
import { actions } from './actions';
import { figures } from './figures';
import { frame } from './frame';
import { sentences } from './sentences';
import { slides } from './slides';
import { work } from './work';

/** French. */
export const french: Words = { ...frame, ...figures, ...sentences, ...slides, ...actions, work };

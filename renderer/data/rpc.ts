import type { DataEvent } from '../../shared/ipc/data-calls';
import {
  dataArguments,
  type DataArguments,
  type DataMethod,
  type DataValue,
  type StoreMethod,
} from '../../shared/ipc/data-contract';
import { DeskError, success, toFailure, type Result } from '../../shared/kernel/result';

/** One function for every method of the data contract. */
export type DataAnswers = {
  readonly [Method in DataMethod]: (args: DataArguments<Method>) => Promise<DataValue<Method>>;
};

/** What needs the open store of this desk, and what doesn't. */
export type DeskAnswers = Omit<DataAnswers, StoreMethod>;
export type StoreAnswers = Pick<DataAnswers, StoreMethod>;

/** The part of a MessagePort that the worker uses. */
export type CallPort = Pick<MessagePort, 'postMessage' | 'addEventListener' | 'start'>;

/** Ports that asked for nothing in particular and are told of everything that changes. */
const told = new Set<CallPort>();

/** Tells every page and the main process. */
export function tell(event: DataEvent): void {
  for (const port of told) port.postMessage(event);
}

/**
 * Answers data calls on a port. Each call is checked against the contract and answered in the one envelope; calls that
 * are no calls are ignored, because they have no id to answer to. Calls on whole stores are answered to whom `store` is
 * given, also while the desk can't be opened. `answered` is called after each answer.
 */
export function answerCalls(
  port: CallPort,
  desk: Promise<Partial<DeskAnswers>>,
  store: Partial<StoreAnswers> = {},
  answered: () => void = () => undefined,
): void {
  port.addEventListener('message', (message: MessageEvent<unknown>) => {
    const call = readCall(message.data);
    if (call) void answerCall(port, call, desk, store).then(answered);
  });
  port.start();
  told.add(port);
}

interface Call {
  readonly id: number;
  readonly method: unknown;
  readonly args: unknown;
}

function readCall(data: unknown): Call | null {
  if (typeof data !== 'object' || data === null) return null;
  if (!('id' in data) || !('method' in data) || typeof data.id !== 'number') return null;
  return { id: data.id, method: data.method, args: 'args' in data ? data.args : {} };
}

async function answerCall(
  port: CallPort,
  { id, method, args }: Call,
  desk: Promise<Partial<DeskAnswers>>,
  store: Partial<StoreAnswers>,
): Promise<void> {
  let result: Result<unknown>;
  try {
    const known = isMethod(method) ? method : null;
    if (known === null) throw unknownMethod();
    const answers = known.startsWith('store.') ? store : await desk;
    result = success(await answerMethod(answers, known, args));
  } catch (thrown) {
    result = { ok: false, error: toFailure(thrown) };
  }
  port.postMessage({ id, result });
}

function isMethod(method: unknown): method is DataMethod {
  return typeof method === 'string' && Object.hasOwn(dataArguments, method);
}

async function answerMethod<Method extends DataMethod>(
  answers: Partial<DataAnswers>,
  method: Method,
  args: unknown,
): Promise<DataValue<Method>> {
  const answer = answers[method];
  if (answer === undefined) throw unknownMethod();
  const parsed = dataArguments[method].safeParse(args);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const where = issue ? `${issue.path.join('.') || 'arguments'}: ${issue.message}` : '';
    throw new DeskError('INVALID_ARGUMENTS', `The call '${method}' can't be understood. ${where}`);
  }
  // The table's own key chose the schema, so its output is the arguments of this very method.
  return answer(parsed.data as DataArguments<Method>);
}

function unknownMethod(): DeskError {
  return new DeskError('UNKNOWN_METHOD', 'The data worker has no such call.');
}

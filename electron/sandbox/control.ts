import type { IncomingMessage } from 'node:http';
import { z } from 'zod';
import { jsonAnswer } from './answer';
import type { Answer } from './answer';
import { agencyOf } from './agency';
import type { ClientTotal } from './client-totals';
import type { SandboxData } from './data';
import { isoDay } from './days';
import type { FaultPlan } from './faults';
import { FAULT_LEVELS } from './options';
import type { RequestLog } from './request-log';
import { restate } from './restate';
import { truthOf } from './truth';
import { isZone } from './zones';

const LONGEST_BODY = 4_096;

const restateBody = z.strictObject({ seed: z.int().min(0).max(0xffff_ffff).optional() });
const faultsBody = z.strictObject({ level: z.enum(FAULT_LEVELS) });

/** What tests and the sample agency ask that no network answers. */
export class Control {
  private restatements = 0;

  constructor(
    private readonly data: SandboxData,
    private readonly totals: readonly ClientTotal[],
    private readonly faults: FaultPlan,
    private readonly log: RequestLog,
  ) {}

  /** Answers, or undefined where the path is none of control's. */
  async answer(url: URL, request: IncomingMessage): Promise<Answer | undefined> {
    const method = request.method ?? 'GET';
    switch (`${method} ${url.pathname}`) {
      case 'GET /agency':
        return jsonAnswer(agencyOf(this.data, this.totals));
      case 'GET /truth':
        return this.truth(url.searchParams.get('timeZone') ?? 'UTC');
      case 'GET /control':
        return jsonAnswer(this.state());
      case 'GET /control/log':
        return jsonAnswer(this.log.read());
      case 'DELETE /control/log':
        this.log.clear();
        return jsonAnswer({ cleared: true });
      case 'POST /control/restate':
        return withBody(request, restateBody, ({ seed }) => {
          this.restatements += 1;
          return jsonAnswer(restate(this.data, seed ?? this.restatements));
        });
      case 'POST /control/faults':
        return withBody(request, faultsBody, ({ level }) => {
          this.faults.set(level);
          return jsonAnswer({ level });
        });
      default:
        return undefined;
    }
  }

  private truth(timeZone: string): Answer {
    if (!isZone(timeZone)) return jsonAnswer({ error: `unknown time zone: ${timeZone}` }, 400);
    return jsonAnswer({ timeZone, rows: truthOf(this.data, timeZone) });
  }

  private state(): Record<string, unknown> {
    const { seed, size, range } = this.data;
    return {
      seed,
      size,
      from: isoDay(range.first),
      to: isoDay(range.last),
      faults: this.faults.current,
      restatements: this.restatements,
    };
  }
}

async function readBody(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request) {
    text += String(chunk);
    if (text.length > LONGEST_BODY) throw new RangeError('body too long');
  }
  return text;
}

async function withBody<T>(
  request: IncomingMessage,
  schema: z.ZodType<T>,
  act: (body: T) => Answer,
): Promise<Answer> {
  let given: unknown;
  try {
    const text = await readBody(request);
    given = text.trim() === '' ? {} : JSON.parse(text);
  } catch {
    return jsonAnswer({ error: 'the body is no JSON' }, 400);
  }
  const parsed = schema.safeParse(given);
  return parsed.success
    ? act(parsed.data)
    : jsonAnswer({ error: z.prettifyError(parsed.error) }, 400);
}

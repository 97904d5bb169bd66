import { z } from 'zod';

const isoDay = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

/** What everybody on the team has to do. */
export const teamLoadQuestionSchema = z.strictObject({
  today: isoDay,
  /** The last day of what is near. */
  through: isoDay,
});
export type TeamLoadQuestion = z.infer<typeof teamLoadQuestionSchema>;

/** One person's work. */
export interface PersonLoad {
  readonly id: string;
  readonly name: string;
  readonly role: string;
  /** Things whose day is over, and those from today on to the last day asked for. */
  readonly late: number;
  readonly near: number;
  /** Tasks and requests that have not come to an end, whenever they are due. */
  readonly openWork: number;
  /** Clients and programs that the person is assigned to today. */
  readonly clients: number;
  readonly programs: number;
  /** Planned share of the person's time, percent; null where no assignment says one. */
  readonly share: number | null;
}

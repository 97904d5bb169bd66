import { notifications } from '@mantine/notifications';
import { toFailure } from '../../shared/kernel/result';

/** Tells a failed action in a toast that stays until it is read. */
export function showFailure(thrown: unknown): void {
  const { message, code } = toFailure(thrown);
  notifications.show({ color: 'red', title: code, message, autoClose: false });
}

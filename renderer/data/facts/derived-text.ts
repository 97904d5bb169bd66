import { facts } from './database';

/** A text that was kept under this name by an earlier run, or null. */
export async function readDerivedText(name: string): Promise<string | null> {
  const stored = await facts.meta.get(`derived ${name}`);
  return typeof stored?.value === 'string' ? stored.value : null;
}

/** Keeps a text that can be derived again from what is stored: losing it costs time, nothing else. */
export async function keepDerivedText(name: string, text: string): Promise<void> {
  await facts.meta.put({ key: `derived ${name}`, value: text });
}

/** Forgets every kept text: after a restore another history may bear the same numbers. */
export async function forgetDerivedTexts(): Promise<void> {
  await facts.meta.where('key').startsWith('derived ').delete();
}

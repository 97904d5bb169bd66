import { describe, expect, it } from 'vitest';
import { suggest } from '../../../renderer/data/search/suggest';
import { readSearchText } from '../../../shared/domain/search-text';
import { entry, indexOf, contextOf, found, problemsOf } from './search-entries';

describe('operators', () => {
  const index = indexOf(
    entry('client', 'velo', 'Vélo Atelier'),
    entry('client', 'nord', 'Nordlicht'),
    entry('program', 'velo-fr', 'Vélo Atelier FR', { client: 'velo' }),
    entry('team-member', 'ida', 'Ida Berg'),
    entry('task', '1', 'Send banners', {
      client: 'velo',
      owner: 'ida',
      state: 'open',
      day: '2026-11-20',
    }),
    entry('task', '2', 'Send rates', {
      program: 'velo-fr',
      owner: null,
      state: 'in-progress',
      day: '2026-11-25',
    }),
    entry('task', '3', 'Send holiday banners', {
      client: 'nord',
      owner: 'ida',
      state: 'done',
      isClosed: true,
      day: '2026-10-02',
    }),
    entry('onboarding-item', '4', 'Send link', {
      parent: { kind: 'onboarding-plan', id: 'plan' },
    }),
    entry('onboarding-plan', 'plan', 'Trail Notes', { program: 'velo-fr', state: 'running' }),
    entry('partner', 'p', 'Send Deals', { owner: null }),
  );
  const listAt = new Uint32Array(index.places);
  listAt[index.placeOf('p') ?? 0] = 1;
  const context = contextOf(index, {
    me: 'ida',
    partnerPrograms: { lists: [[], ['velo-fr']], listAt },
  });

  it('narrow by client: its own, by its program, by its parent, and partners in its programs', () => {
    expect(found(context, 'send client:velo')).toEqual([
      'Send Deals',
      'Send banners',
      'Send link',
      'Send rates',
    ]);
    expect(found(context, 'send -client:"vélo atelier"')).toEqual(['Send holiday banners']);
    expect(found(context, 'send client:velo client:nordlicht kind:task')).toHaveLength(3);
    expect(found(context, 'program:"Velo Atelier FR" type:task')).toEqual(['Send rates']);
  });

  it('narrow by state, owner and day', () => {
    expect(found(context, 'kind:task state:open')).toEqual(['Send banners', 'Send rates']);
    expect(found(context, 'state:"in progress"')).toEqual(['Send rates']);
    expect(found(context, 'is:closed')).toEqual(['Send holiday banners']);
    expect(found(context, 'owner:me')).toEqual(['Send banners', 'Send holiday banners']);
    expect(found(context, 'owner:nobody kind:task')).toEqual(['Send rates']);
    expect(found(context, 'before:today')).toEqual(['Send banners', 'Send holiday banners']);
    expect(found(context, 'on:next week')).toEqual(['Send rates']);
    expect(found(context, 'after:2026-10 before:this week')).toEqual([]);
    expect(found(context, 'on:2026-Q4')).toHaveLength(3);
  });

  it('go with phrases and with words to leave out', () => {
    expect(found(context, '"holiday banners"')).toEqual(['Send holiday banners']);
    expect(found(context, '"send banners"')).toEqual(['Send banners']);
    expect(found(context, 'send -banners kind:task')).toEqual(['Send rates']);
    expect(found(context, '-"send banners" kind:task')).toEqual([
      'Send holiday banners',
      'Send rates',
    ]);
  });

  it('that mean nothing are explained', () => {
    expect(problemsOf(context, 'client:zzz')).toEqual(['No client is called “zzz”.']);
    expect(problemsOf(context, 'kind:zzz state:zzz owner:zzz')).toHaveLength(3);
    expect(problemsOf(context, 'before:soon')[0]).toContain('“soon” is no day');
    expect(problemsOf(context, 'colour:red')[0]).toContain('There is no “colour:”');
    expect(problemsOf(context, 'client:')[0]).toContain('waits for');
    expect(problemsOf(contextOf(index), 'owner:me')[0]).toContain('Settings');
    expect(problemsOf(context, 'https://shop.example note: call 10:30')).toEqual([]);
  });

  it('are offered while they are typed', () => {
    const offered = (text: string): string[] =>
      suggest(text, readSearchText(text), context).map((each) => each.text);
    expect(offered('send cl')).toEqual(['send client:']);
    expect(offered('send client:')).toEqual([
      'send client:Nordlicht ',
      'send client:"Vélo Atelier" ',
    ]);
    expect(offered('-client:ve')).toEqual(['-client:"Vélo Atelier" ']);
    expect(offered('on:last w')).toEqual(['on:"last week" ']);
    expect(offered('state:clos')).toContain('state:closed ');
    expect(offered('kind:task')).toEqual([]);
    expect(offered('send')).toEqual([]);
  });
});

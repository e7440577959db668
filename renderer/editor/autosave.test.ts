import { expect, test } from 'vitest';
import { Autosave, longestWait, quietTime, retryDelays } from './autosave.ts';
import type { AutosaveState, SaveOutcome } from './autosave.ts';

/** Lets every promise that can settle do so. */
async function settled(): Promise<void> {
  // oxlint-disable-next-line no-await-in-loop -- one turn after the other is the point
  for (let i = 0; i < 20; i += 1) await Promise.resolve();
}

/** A clock that moves only when told, and saves that settle only when told. */
function makeDesk() {
  let now = 1_000_000;
  let timers: { at: number; callback: () => void }[] = [];
  const saves: ((outcome: SaveOutcome<string>) => void)[] = [];
  const states: AutosaveState<string>['kind'][] = [];
  const sent: ('save' | 'leaving' | 'behind')[] = [];
  const autosave = new Autosave<string>({
    save: (leaving) =>
      new Promise((resolve) => {
        saves.push(resolve);
        sent.push(leaving ? 'leaving' : 'save');
      }),
    saveBehind: () => sent.push('behind'),
    savedAt: '2026-01-28T10:00:00.000Z',
    timers: {
      now: () => now,
      start: (callback, delay) => {
        const timer = { at: now + delay, callback };
        timers.push(timer);
        return timer;
      },
      stop: (timer) => {
        timers = timers.filter((other) => other !== timer);
      },
    },
    onState: (state) => states.push(state.kind),
  });
  return {
    autosave,
    saves,
    states,
    sent,
    pass: async (time: number) => {
      const end = now + time;
      for (;;) {
        const next = timers.toSorted((a, b) => a.at - b.at)[0];
        if (next === undefined || next.at > end) break;
        now = next.at;
        timers = timers.filter((timer) => timer !== next);
        next.callback();
        await settled();
      }
      now = end;
    },
    answer: async (outcome: SaveOutcome<string> = { kind: 'saved', at: 'later' }) => {
      saves.at(-1)?.(outcome);
      await settled();
    },
  };
}

const lost: SaveOutcome<string> = {
  kind: 'failed',
  failure: { code: 'BACKEND_LOST', details: {} },
};

test('saves once, a moment after the last change', async () => {
  const { autosave, saves, pass, answer, states } = makeDesk();
  autosave.touch();
  await pass(quietTime - 1);
  autosave.touch();
  await pass(quietTime - 1);
  expect(saves).toHaveLength(0);
  await pass(1);
  expect(saves).toHaveLength(1);
  await answer();
  await pass(60_000);
  expect(saves).toHaveLength(1);
  expect(states).toEqual(['dirty', 'saving', 'saved']);
});

test('saves during typing that never stops', async () => {
  const { autosave, saves, pass } = makeDesk();
  for (let time = 0; time < longestWait; time += 100) {
    expect(saves).toHaveLength(0);
    autosave.touch();
    await pass(100);
  }
  expect(saves).toHaveLength(1);
});

test('sends what was typed during a save with the next one, never two at a time', async () => {
  const { autosave, saves, pass, answer } = makeDesk();
  autosave.touch();
  await pass(quietTime);
  autosave.touch();
  await pass(60_000);
  expect(saves).toHaveLength(1);
  await answer();
  expect(autosave.state.kind).toBe('dirty');
  await pass(quietTime);
  expect(saves).toHaveLength(2);
  await answer();
  expect(autosave.state.kind).toBe('saved');
  expect(autosave.isDirty).toBe(false);
});

test('tries again with growing pauses, keeps everything, and goes on after success', async () => {
  const { autosave, saves, pass, answer } = makeDesk();
  autosave.touch();
  await pass(quietTime);
  for (const delay of [...retryDelays, retryDelays.at(-1) ?? 0]) {
    await answer(lost);
    expect(autosave.state.kind).toBe('failed');
    const count = saves.length;
    await pass(delay - 1);
    expect(saves).toHaveLength(count);
    await pass(1);
    expect(saves).toHaveLength(count + 1);
  }
  await answer();
  expect(autosave.state).toEqual({ kind: 'saved', at: 'later' });
});

test('shows a failure until a save succeeds, also while somebody goes on typing', async () => {
  const { autosave, pass, answer } = makeDesk();
  autosave.touch();
  await pass(quietTime);
  await answer(lost);
  autosave.touch();
  expect(autosave.state.kind).toBe('failed');
});

test('does not repeat a save that was refused for good until something changes', async () => {
  const { autosave, saves, pass, answer } = makeDesk();
  autosave.touch();
  await pass(quietTime);
  await answer({ kind: 'failed', failure: { code: 'INVALID_DOCUMENT', details: {} } });
  expect(autosave.state).toMatchObject({ kind: 'failed', retryAt: null });
  await pass(600_000);
  expect(saves).toHaveLength(1);
  autosave.touch();
  await pass(quietTime);
  expect(saves).toHaveLength(2);
});

test('flush saves at once and waits for what is typed before it, not after', async () => {
  const { autosave, saves, answer } = makeDesk();
  autosave.touch();
  let flushed: boolean | undefined;
  const flushing = autosave.flush().then((value) => (flushed = value));
  await settled();
  expect(saves).toHaveLength(1);
  autosave.touch();
  await answer();
  await flushing;
  expect(flushed).toBe(true);
  expect(autosave.isDirty).toBe(true);
});

test('flush during a save sends the rest with a second one', async () => {
  const { autosave, saves, pass, answer } = makeDesk();
  autosave.touch();
  await pass(quietTime);
  autosave.touch();
  const flushing = autosave.flush();
  await answer();
  await settled();
  expect(saves).toHaveLength(2);
  await answer();
  expect(await flushing).toBe(true);
  expect(autosave.isDirty).toBe(false);
});

test('flush says so when it cannot save, and is true when there is nothing to save', async () => {
  const { autosave, answer } = makeDesk();
  expect(await autosave.flush()).toBe(true);
  autosave.touch();
  const flushing = autosave.flush();
  await answer(lost);
  expect(await flushing).toBe(false);
});

test('writes nothing during a conflict, and goes on when it is settled', async () => {
  const { autosave, saves, pass, answer } = makeDesk();
  autosave.touch();
  await pass(quietTime);
  await answer({ kind: 'conflict', theirs: 'their version' });
  autosave.touch();
  await pass(600_000);
  expect(await autosave.flush()).toBe(false);
  expect(saves).toHaveLength(1);
  expect(autosave.state).toEqual({ kind: 'conflict', theirs: 'their version' });
  autosave.settle('now', true);
  expect(autosave.state.kind).toBe('dirty');
  await pass(quietTime);
  expect(saves).toHaveLength(2);
});

test('starts no save after it was closed', async () => {
  const { autosave, saves, pass } = makeDesk();
  autosave.touch();
  autosave.close();
  autosave.touch();
  await pass(60_000);
  expect(saves).toHaveLength(0);
});

test('tries again for what was changed during a save that failed for good', async () => {
  const { autosave, saves, pass, answer } = makeDesk();
  autosave.touch();
  await pass(quietTime);
  autosave.touch();
  await answer({ kind: 'failed', failure: { code: 'INVALID_INPUT', details: {} } });
  await pass(longestWait);
  expect(saves).toHaveLength(2);
});

test('a page that goes away sends what is left at once, behind a save on its way if there is one', async () => {
  const { autosave, sent, answer } = makeDesk();
  autosave.sendLast();
  expect(sent).toEqual([]);
  autosave.touch();
  autosave.sendLast();
  expect(sent).toEqual(['leaving']);
  // That one holds everything.
  autosave.sendLast();
  expect(sent).toEqual(['leaving']);
  autosave.touch();
  autosave.sendLast();
  expect(sent).toEqual(['leaving', 'behind']);
  await answer();
  void autosave.flush({ leaving: true });
  expect(sent).toEqual(['leaving', 'behind', 'leaving']);
});

import type { StoryStep } from '../../src/model/story';
import { ExpressionError } from './expression';
import type { Faults } from './fault';
import type { RawStep } from './parse';
import type { StepView } from './view';
import { area, checkCoverage, type World } from './world';

/** The areas a step points at, with their names. */
export function highlighted(
  step: RawStep,
  { view }: StepView,
  world: World,
  faults: Faults,
): StoryStep['highlight'] {
  return step.highlight.value.flatMap((code) => {
    try {
      return [{ code, name: area(world, { level: view.level, code }).name }];
    } catch (error) {
      if (!(error instanceof ExpressionError)) throw error;
      faults.add(step.highlight.line, `highlight: ${error.message}`);
      return [];
    }
  });
}

/** The span a step plays through, both ends covered by the table. */
export function played(step: RawStep, { view }: StepView, world: World, faults: Faults): StoryStep['play'] {
  if (!step.play) return null;
  const [from, to] = step.play.value.split('..').map((s) => s.trim());
  if (!from || !to || from >= to) {
    faults.add(step.play.line, `play: "${step.play.value}" is no span; write play: 1986..2023`);
    return null;
  }
  const table = world.table(view.indicator);
  for (const period of [from, to])
    try {
      checkCoverage(table, view.level, period);
    } catch (error) {
      if (!(error instanceof ExpressionError)) throw error;
      faults.add(step.play.line, `play: ${error.message}`);
    }
  return [from, to];
}

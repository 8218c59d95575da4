import { percentile } from '../../statistics.ts';
import { faultCases } from '../faults/cases.ts';
import { type FaultFigures, runCases, TOLD_IN } from '../faults/run-cases.ts';
import { type AttackContext, type AttackPart, Workplace } from '../part.ts';
import { type Measured, mustBeNone, mustStayBelow, round, told } from '../promise.ts';
import { FAULTS } from '../slack/fault.ts';

/** Nobody else is to wait longer than this for an answer. In milliseconds. */
const BYSTANDERS_WAIT = 5000;

const isLimit = (name: string): boolean => FAULTS[name]?.kind === 'limit';
const QUICK = ['accepts, then drops the connection', '200 with a page', 'not_in_channel'];

/** Every fault of every method of Slack's Web API: once, and where it matters again and again. */
export const attackFaults: AttackPart = async (context) => {
  const names = context.isQuick ? QUICK : Object.keys(FAULTS);
  // A limit makes Slack's client pause, so that each is looked at alone.
  const rounds = [names.filter((name) => !isLimit(name)), ...names.filter(isLimit).map((name) => [name])];
  const figures: Measured[] = [];
  for (const faults of rounds.filter(({ length }) => length > 0)) figures.push(...(await attackWith(context, faults)));
  return figures;
};

const attackWith = (context: AttackContext, faults: readonly string[]): Promise<Measured[]> =>
  Workplace.during(context, 'http', async (workplace) => {
    const what = faults.length === 1 ? `${faults[0]}` : `${faults.length} faults`;
    context.progress(what);
    const figures = await runCases(workplace, faultCases(faults, 100_000), 500_000);
    const { exits, log, slack } = workplace;
    await workplace.revive();
    return [
      ...measuredOf(what, figures),
      mustBeNone(`${what}: exits`, exits.length, exits.join(', ')),
      mustBeNone(`${what}: leaks in the log`, log.leakCount, [...log.leaks.keys()].join(', ')),
      mustBeNone(`${what}: tokens that strayed`, slack.strayed.length, slack.strayed.join(', ')),
    ];
  });

function measuredOf(what: string, figures: FaultFigures): Measured[] {
  const { bystanders, cases, doubled, leaked, lost, notAcknowledged, stuck, unreachable } = figures;
  const named = (names: readonly string[]): string => names.slice(0, 40).join('; ');
  return [
    told(`${what}: cases`, String(cases)),
    mustBeNone(`${what}: not acknowledged`, notAcknowledged.length, named(notAcknowledged)),
    mustBeNone(`${what}: neither answered nor told after ${TOLD_IN / 1000} s`, lost.length, named(lost)),
    told(`${what}: with no way left to tell them`, `${unreachable.length}`),
    mustBeNone(`${what}: doubled`, doubled.length, named(doubled)),
    mustBeNone(`${what}: internal or hidden words where they must not be`, leaked.length, named(leaked)),
    mustBeNone(`${what}: places that stay silent afterwards`, stuck.length, named(stuck)),
    {
      ...mustStayBelow(`${what}: others wait`, percentile(bystanders, 100), BYSTANDERS_WAIT, 'ms'),
      figure: `${round(percentile(bystanders, 50))} ms, worst ${round(percentile(bystanders, 100))} ms of ${bystanders.length}`,
    },
  ];
}

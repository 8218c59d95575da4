/**
 * terminal/: answers and inspected speeches as the command line prints them, for people (colours, wide characters) and as
 * JSON; and a bar for what takes long.
 */
export { renderAnswer } from './answer.ts';
export { phrasingCsv } from './csv.ts';
export { type Inspection, renderInspection } from './inspection.ts';
export { answerJson, inspectionJson } from './json.ts';
export { block, makePage, type Page } from './page.ts';
export { barOf, progressBar } from './progress-bar.ts';

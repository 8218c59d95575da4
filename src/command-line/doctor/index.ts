/**
 * doctor/: is everything in place? gather.ts looks (files, Slack, the port), report.ts says what that amounts to and is
 * pure, render.ts prints it.
 */
export { gatherFacts } from './gather.ts';
export { renderFindings } from './render.ts';
export { findingsOf } from './report.ts';

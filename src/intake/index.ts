/**
 * intake/: documents that somebody sends, read in threads of their own and within bounds. Nothing of them is kept; what
 * comes back is small.
 */
export { type Intake, openIntake } from './intake.ts';
